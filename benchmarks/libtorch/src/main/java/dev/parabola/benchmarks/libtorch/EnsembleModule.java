package dev.parabola.benchmarks.libtorch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The functions of {@code peers/torch_ensemble.py} as a module of TorchScript, so that both versions of PyTorch train by one text. A
 * saved module is an archive of the text of its methods and a pickled object, which here has no attributes of its own.
 */
final class EnsembleModule {
    private static final String FIRST = "def views(";
    private static final String END = "class Manual:";
    private static final Pattern FUNCTION = Pattern.compile("^def (\\w+)\\(", Pattern.MULTILINE);

    private static final String CLASS = """
            class Ensemble(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self, last: bool, P: Tensor, G: Tensor, m: Tensor, v: Tensor, widths: List[int], R: int, X: Tensor, Y: Tensor,
                          t0: int, total: int, cycles: bool, act: int, bs: int) -> Tensor:
                if last:
                  __torch__.epoch_last(P, G, m, v, widths, R, X, Y, t0, total, cycles, act, bs)
                else:
                  __torch__.epoch_bmm(P, G, m, v, widths, R, X, Y, t0, total, cycles, act, bs)
                return P
            """;

    /** Protocol 2: an object of the class, {@code training} set. */
    private static final String OBJECT = "\u0080\u0002c__torch__\nEnsemble\n)\u0081}(X\b\0\0\0training\u0088ub.";

    /** No constants. */
    private static final String CONSTANTS = "\u0080\u0002).";

    private EnsembleModule() {}

    /**
     * The archive.
     *
     * @param script {@code torch_ensemble.py}
     */
    static byte[] of(Path script) throws IOException {
        String source = Files.readString(script);
        int first = source.indexOf(FIRST);
        int end = source.indexOf(END);
        if (first < 0 || end < first) {
            throw new IOException(script + " has no functions from " + FIRST + " to " + END);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            put(archive, "data.pkl", OBJECT);
            put(archive, "code/__torch__.py", archived(source.substring(first, end)) + CLASS);
            put(archive, "constants.pkl", CONSTANTS);
            put(archive, "version", "3\n");
        }
        return bytes.toByteArray();
    }

    /** Archives know functions by their full names, and Python's own by those of the operators behind them. */
    private static String archived(String functions) {
        String text = functions;
        Matcher names = FUNCTION.matcher(functions);
        while (names.find()) {
            text = text.replaceAll(
                    "(?<!def )(?<![\\w.])" + names.group(1) + "\\(", "__torch__." + names.group(1) + "(");
        }
        return text.replace("math.pi", "3.141592653589793")
                .replace("math.", "torch.")
                .replace("min(", "ops.prim.min(")
                .replace("torch.float32", "6")
                .replace("torch.ops.aten.", "torch.");
    }

    private static void put(ZipOutputStream archive, String name, String content) throws IOException {
        archive.putNextEntry(new ZipEntry("ensemble/" + name));
        // the pickled ones are characters up to 255, the text is ASCII
        archive.write(content.getBytes(StandardCharsets.ISO_8859_1));
        archive.closeEntry();
    }
}
