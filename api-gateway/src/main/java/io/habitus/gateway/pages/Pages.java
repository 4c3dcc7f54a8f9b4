package io.habitus.gateway.pages;

import io.habitus.gateway.answers.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * The files of the dashboard, held in memory. Files under {@code /assets/} carry their content's hash in their name and
 * are kept by browsers for ever; all others are asked for again each time. An address that is no file is the page itself,
 * which reads the address.
 */
public final class Pages {

    private static final String INDEX = "/index.html";
    private static final String ASSETS = "/assets/";

    private final Map<String, PageFile> files;

    /** @param files by path, with a leading slash */
    Pages(Map<String, PageFile> files) {
        this.files = Map.copyOf(files);
    }

    /** The files of the dashboard on the class path; none if it was left out of the build. */
    public static Pages fromClassPath(ClassLoader classPath) throws IOException {
        return new Pages(PageFile.allBeside("META-INF/resources/index.html", classPath));
    }

    /** Answers with a file, the page, or a problem. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            Problem.methodNotAllowed("GET").write(response);
            return;
        }
        var path = request.getRequestURI();
        var file = files.get(path);
        if (file != null) {
            send(file, path.startsWith(ASSETS), request, response);
            return;
        }
        var page = files.get(INDEX);
        if (page != null && isAddressOfThePage(path, request)) {
            send(page, false, request, response);
            return;
        }
        notFound(page == null && path.equals("/")).write(response);
    }

    // A missing script answered with the page would only confuse: the browser would try to run it.
    private static boolean isAddressOfThePage(String path, HttpServletRequest request) {
        if (path.equals("/")) {
            return true;
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return !path.startsWith(ASSETS)
                && path.indexOf('.', path.lastIndexOf('/')) < 0
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static Problem notFound(boolean pageMissing) {
        return pageMissing
                ? Problem.notFound("This build has no dashboard. The API is described at /openapi.json.")
                : Problem.notFound("There is nothing at this address.");
    }

    private static void send(PageFile file, boolean forEver, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, forEver ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader(HttpHeaders.ETAG, file.etag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (file.etag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.type());
        var gzip = file.zips() && acceptsGzip(request);
        if (gzip) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        var bytes = gzip ? file.zipped() : file.bytes();
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }
}
