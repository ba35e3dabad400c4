package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where signing in may lead. */
@Tag("rule:SI-13")
@Tag("promise:P22")
class ReturnToTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/files", "/files?year=2025&new=on", "/clients/3f/files/a.b", "/a%20b", "/~x?next=//y"})
    void aPathOfThisPortalIsKept(String path) {
        assertThat(ReturnTo.checked(Optional.of(path))).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "files",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/..//evil.example",
                "/a/../b",
                "/.",
                "/a//b",
                "/\t/evil.example",
                "/\n/evil.example",
                " /files",
                "/fil\u00e9s",
                "/\u2024\u2024/evil",
                "/files#x",
                "/a\"b",
                "/a<b"
            })
    void anythingElseIsIgnored(String path) {
        assertThat(ReturnTo.checked(Optional.of(path))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001})
    void aThousandCharactersAreEnough(int length) {
        String path = "/" + "a".repeat(length - 1);
        assertThat(ReturnTo.checked(Optional.of(path)).isPresent()).isEqualTo(length == 1000);
    }
}
