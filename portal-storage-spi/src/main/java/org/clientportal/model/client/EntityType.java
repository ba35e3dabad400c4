package org.clientportal.model.client;

/** The legal kind of a client (CC-1). */
public enum EntityType {
    COMPANY,
    PARTNERSHIP,
    TRUST,
    INDIVIDUAL,
    OTHER
}
