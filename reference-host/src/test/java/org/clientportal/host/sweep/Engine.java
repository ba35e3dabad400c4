package org.clientportal.host.sweep;

import java.nio.file.Path;

/** The databases that the host runs on. */
enum Engine {
    SQLITE,
    POSTGRES;

    Database open(Path folder) {
        return this == SQLITE ? Database.sqlite(folder) : Database.postgres();
    }
}
