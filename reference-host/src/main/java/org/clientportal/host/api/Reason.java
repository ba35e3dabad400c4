package org.clientportal.host.api;

/** Why a legal hold is set. */
record Reason(String reason) {}
