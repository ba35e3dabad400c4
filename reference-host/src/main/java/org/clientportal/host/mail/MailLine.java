package org.clientportal.host.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.clientportal.host.config.SmtpConfig;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The one connection of one delivery, which is cut from outside when the delivery has lasted too long: a server that sends a
 * byte now and then never runs into the limit for a reply. For one thread, besides the timer's.
 */
final class MailLine extends SocketFactory implements AutoCloseable {
    private final Socket socket = new Socket();
    private final Patience patience;
    private final Future<?> end;
    private volatile boolean cut;

    /** From now on the time runs. */
    MailLine(Patience patience, ScheduledExecutorService timer) {
        this.patience = patience;
        this.end = timer.schedule(this::cut, patience.whole().toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Hands a mail over; returns once the server has taken it. What becomes of the connection after that is no failure: the
     * mail would be sent again (NO-1).
     *
     * @param session one whose connections are made by this
     */
    void send(Session session, SmtpConfig to, Message mail) throws MessagingException {
        SMTPTransport transport = new PatientTransport(session);
        transport.connect(
                to.host(),
                to.port(),
                to.login().map(SmtpConfig.Login::user).orElse(null),
                to.login().map(SmtpConfig.Login::password).orElse(null));
        transport.sendMessage(mail, mail.getAllRecipients());
        quit(transport);
    }

    /** Whether it lasted too long. */
    boolean wasCut() {
        return cut;
    }

    private static void quit(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // The server was faster.
        }
    }

    private void cut() {
        cut = true;
        closeSocket();
    }

    @Override
    public void close() {
        end.cancel(false);
        closeSocket();
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    @Override
    public Socket createSocket() {
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("connected by its user");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("connected by its user");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("connected by its user");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("connected by its user");
    }

    /** Waits for the reply that takes the mail as long as the whole delivery may last. */
    private final class PatientTransport extends SMTPTransport {
        PatientTransport(Session session) {
            super(session, new URLName("smtp://"));
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            socket.setSoTimeout(Patience.millis(patience.whole()));
            super.finishData();
        }
    }
}
