package org.clientportal.storage.memory;

/**
 * One row. Its identity is what a writer relies on, its value's identity what a finder relies on: a lock writes the same
 * value in a new row, which conflicts with other writers and with no finder.
 */
final class Row {
    final Object value;

    Row(Object value) {
        this.value = value;
    }
}
