package io.habitus.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

/** A client that sends an import piece by piece, each at once: the JDK's own holds small pieces back. */
final class ChunkedSender implements AutoCloseable {

    private final Socket socket;

    private ChunkedSender(Socket socket) {
        this.socket = socket;
    }

    static ChunkedSender to(int port, String path, String key) throws IOException {
        var sender = new ChunkedSender(new Socket("127.0.0.1", port));
        sender.socket.setSoTimeout(20_000);
        sender.write("POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
        return sender;
    }

    void send(String piece) throws IOException {
        write(Integer.toHexString(piece.getBytes(UTF_8).length) + "\r\n" + piece + "\r\n");
    }

    void end() throws IOException {
        write("0\r\n\r\n");
    }

    /** How the door begins to answer, while this client may still be sending. */
    String statusLine() throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
