package org.clientportal.model.document;

/** A document in a list, with what depends on who looks: whether that contact has downloaded it in full. */
public record ListedDocument(Document document, boolean downloaded) {}
