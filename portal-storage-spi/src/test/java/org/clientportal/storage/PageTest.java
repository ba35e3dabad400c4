package org.clientportal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clientportal.model.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @Test
    void theRowTooManyTellsThatThereIsMore() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, row -> new Cursor(row, row));
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).contains(new Cursor("b", "b"));
        assertThat(Page.of(List.of("a", "b"), 2, row -> new Cursor(row, row)).next())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 501})
    void aPageHas1To500Rows(int limit) {
        assertThatThrownBy(() -> PageRequest.first(limit)).isInstanceOf(InvalidValue.class);
    }
}
