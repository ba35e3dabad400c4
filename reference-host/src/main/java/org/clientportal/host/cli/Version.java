package org.clientportal.host.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which version of the program this is. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new String[] {"portal " + version + ", Java " + Runtime.version().feature()};
    }
}
