package draaiboek;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.ArrayList;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** Validates each JSON file in a folder as FHIR R4, by HL7's own definitions, and prints what it found as JSON. */
public final class Validate {
    private Validate() {}

    public static void main(String[] args) throws Exception {
        FhirContext context = FhirContext.forR4();
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new SnapshotGeneratingValidationSupport(context));
        FhirValidator validator = context.newValidator();
        validator.registerValidatorModule(new FhirInstanceValidator(support));
        Map<String, List<Map<String, Object>>> found = new TreeMap<>();
        List<Path> files;
        try (var listing = Files.list(Path.of(args[0]))) {
            files = listing.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            List<Map<String, Object>> messages = new ArrayList<>();
            for (SingleValidationMessage message : validator.validateWithResult(text).getMessages()) {
                messages.add(Map.of(
                        "severity", String.valueOf(message.getSeverity()),
                        "where", String.valueOf(message.getLocationString()),
                        "message", String.valueOf(message.getMessage())));
            }
            found.put(file.getFileName().toString(), messages);
        }
        System.out.println(new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(found));
    }
}
