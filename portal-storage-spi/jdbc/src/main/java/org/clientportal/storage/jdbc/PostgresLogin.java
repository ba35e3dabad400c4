package org.clientportal.storage.jdbc;

/** Where a database is and as whom to open it. */
record PostgresLogin(String url, String user, String password) {
    /** Without the password, which may also stand in the address: this ends up in logs. */
    @Override
    public String toString() {
        return user + " at " + url.replaceFirst("\\?.*", "");
    }
}
