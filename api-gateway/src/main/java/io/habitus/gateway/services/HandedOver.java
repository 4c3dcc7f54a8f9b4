package io.habitus.gateway.services;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A body that the thread of the request itself reads and hands over, each piece as it comes. No other thread ever touches
 * the request's stream: the server uses it again for the next request on the connection, and one that was still reading
 * would read from that.
 */
final class HandedOver implements BodyPublisher {

    private static final int PIECE = 1 << 14;

    private final long length;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Subscriber<? super ByteBuffer> receiver;
    private long wanted;
    private boolean over;

    /** @param length in bytes; negative if nobody knows */
    HandedOver(long length) {
        this.length = length;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long pieces) {
                want(pieces);
            }

            @Override
            public void cancel() {
                stop();
            }
        });
        lock.lock();
        try {
            receiver = subscriber;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Reads all there is and hands it over. Returns early if nobody wants the rest. */
    void handOver(InputStream body) throws InterruptedException {
        while (awaitWanted()) {
            var piece = new byte[sizeOfPiece()];
            try {
                var count = body.read(piece);
                if (count < 0) {
                    receiver.onComplete();
                    return;
                }
                receiver.onNext(ByteBuffer.wrap(piece, 0, count));
            } catch (IOException brokenOff) {
                receiver.onError(brokenOff);
                return;
            }
        }
    }

    /** Most bodies are one post. */
    private int sizeOfPiece() {
        return length < 0 ? PIECE : (int) Math.clamp(length, 1, PIECE);
    }

    /** Nobody wants the rest any more. */
    void stop() {
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void want(long pieces) {
        lock.lock();
        try {
            wanted += pieces;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is somebody to hand the next piece to. */
    private boolean awaitWanted() throws InterruptedException {
        lock.lock();
        try {
            while (!over && (receiver == null || wanted == 0)) {
                changed.await();
            }
            wanted--;
            return !over;
        } finally {
            lock.unlock();
        }
    }
}
