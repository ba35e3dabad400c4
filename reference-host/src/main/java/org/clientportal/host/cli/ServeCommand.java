package org.clientportal.host.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.operations.Logging;
import org.clientportal.host.wiring.Host;
import org.clientportal.model.practice.Practice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the portal for real. */
@Command(name = "serve", description = "Serves the portals of all practices.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // the command line fills the fields
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Mixin
    private ConfigOption config;

    @Override
    public Integer call() throws InterruptedException {
        HostConfig read = config.read();
        read.requiredSmtp();
        Logging.configure(read.log());
        Host host = Host.open(read, false);
        try {
            List<Practice> practices = host.portal().practices().all();
            practices.forEach(practice -> PlainHttp.refuse(practice.origin()));
            int port = Serving.start(host);
            LOG.info(
                    "serving {} practices on {}:{}",
                    practices.size(),
                    read.listen().getHostString(),
                    port);
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
        return Serving.untilStopped();
    }
}
