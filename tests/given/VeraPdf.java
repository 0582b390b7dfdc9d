import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds files against PDF/UA-1 and PDF/A-2a: a line for each, then a line for each rule that failed.
 * The files' names come on the standard input, one a line; behind each file's lines comes an empty one.
 */
public final class VeraPdf {
    private static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A);

    private VeraPdf() {}

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader files = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String file = files.readLine(); file != null; file = files.readLine()) {
            tell(file);
            System.out.println();
            System.out.flush();
        }
    }

    /** One walk through the file serves both profiles. */
    private static void tell(String file) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), FLAVOURS.get(0));
                PDFAValidator validator = Foundries.defaultInstance().createValidator(FLAVOURS)) {
            parser.setFlavours(FLAVOURS);
            for (ValidationResult result : validator.validateAll(parser)) {
                tell(file, result);
            }
        }
    }

    private static void tell(String file, ValidationResult result) {
        String verdict = result.isCompliant() ? "PASS" : "FAIL";
        System.out.printf("%s\t%s\t%s\t%d%n", verdict, result.getPDFAFlavour().getId(), file, result.getTotalAssertions());
        for (TestAssertion one : result.getTestAssertions()) {
            if (one.getStatus() == TestAssertion.Status.FAILED) {
                System.out.printf("-\t%s\t%s%n", one.getRuleId().getClause(), String.valueOf(one.getMessage()).replace("\n", " "));
            }
        }
    }
}
