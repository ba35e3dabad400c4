package org.clientportal.storage.memory;

/** Where one row lies. */
record Cell(Place place, Object key) {}
