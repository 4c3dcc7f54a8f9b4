package io.habitus.gateway.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A file of the dashboard, ready to be sent. */
final class PageFile {

    private final String type;
    private final byte[] bytes;
    private final byte[] zipped;
    private final String etag;

    private PageFile(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
        zipped = zip(bytes);
        etag = etagOf(bytes);
    }

    /**
     * Every file in the folder of {@code index} and below, by path with a leading slash. Other libraries on the class path
     * bring folders of the same name; theirs are not taken.
     */
    static Map<String, PageFile> allBeside(String index, ClassLoader classPath) throws IOException {
        var page = classPath.getResource(index);
        if (page == null) {
            return Map.of();
        }
        var address = page.toString();
        var folder = address.substring(0, address.length() - "index.html".length());
        var files = new HashMap<String, PageFile>();
        for (var resource : new PathMatchingResourcePatternResolver(classPath).getResources(folder + "**")) {
            if (resource.isReadable()) {
                var path = "/" + resource.getURL().toString().substring(folder.length());
                files.put(path, of(path, resource.getContentAsByteArray()));
            }
        }
        return files;
    }

    static PageFile of(String path, byte[] bytes) {
        return new PageFile(typeOf(path), bytes);
    }

    /** The media type, with the character set where it is text. */
    String type() {
        return type;
    }

    /** Strong, quoted, made from the content. */
    String etag() {
        return etag;
    }

    /** Whether it is worth sending zipped. */
    boolean zips() {
        return zipped.length < bytes.length * 9L / 10;
    }

    byte[] zipped() {
        return zipped;
    }

    byte[] bytes() {
        return bytes;
    }

    private static String typeOf(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html" -> "text/html;charset=UTF-8";
            case "js", "mjs" -> "text/javascript;charset=UTF-8";
            case "css" -> "text/css;charset=UTF-8";
            case "json", "map" -> "application/json";
            case "webmanifest" -> "application/manifest+json";
            case "txt" -> "text/plain;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "ico" -> "image/x-icon";
            case "woff2" -> "font/woff2";
            default -> "application/octet-stream";
        };
    }

    private static String etagOf(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 12)) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] zip(byte[] bytes) {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }
}
