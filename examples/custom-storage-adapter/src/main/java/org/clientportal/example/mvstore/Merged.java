package org.clientportal.example.mvstore;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Two ordered iterations as one. */
final class Merged<T> implements Iterator<T> {
    private final Iterator<T> left;
    private final Iterator<T> right;
    private final Comparator<T> order;
    private @Nullable T nextLeft;
    private @Nullable T nextRight;

    Merged(Iterator<T> left, Iterator<T> right, Comparator<T> order) {
        this.left = left;
        this.right = right;
        this.order = order;
        this.nextLeft = next(left);
        this.nextRight = next(right);
    }

    @Override
    public boolean hasNext() {
        return nextLeft != null || nextRight != null;
    }

    @Override
    public T next() {
        T fromLeft = nextLeft;
        T fromRight = nextRight;
        if (fromLeft != null && (fromRight == null || order.compare(fromLeft, fromRight) <= 0)) {
            nextLeft = next(left);
            return fromLeft;
        }
        if (fromRight == null) {
            throw new NoSuchElementException();
        }
        nextRight = next(right);
        return fromRight;
    }

    private static <T> @Nullable T next(Iterator<T> from) {
        return from.hasNext() ? from.next() : null;
    }
}
