package draaiboek;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine.IEvaluationContext;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;

/**
 * Evaluates expressions of FHIRPath, each with the values of its variables, and prints those that come to something else
 * than the simulator decides. A file holds [{ "expression", "cases": [{ "given": { name: value }, "holds" }] }].
 */
public final class Evaluate {
    private Evaluate() {}

    public static void main(String[] args) throws Exception {
        ObjectMapper json = new ObjectMapper();
        FhirContext context = FhirContext.forR4();
        FHIRPathEngine path = new FHIRPathEngine(new HapiWorkerContext(context, new DefaultProfileValidationSupport(context)));
        Map<String, Base> given = new HashMap<>();
        // of all that a host of the engine may be asked, only the values of variables are
        path.setHostServices((IEvaluationContext) Proxy.newProxyInstance(
                Evaluate.class.getClassLoader(), new Class<?>[] {IEvaluationContext.class}, (proxy, method, asked) -> {
                    if (!method.getName().equals("resolveConstant")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    Base value = given.get(((String) asked[2]).replaceFirst("^%", "").replaceAll("^`|`$", ""));
                    return value == null ? List.of() : List.of(value);
                }));
        Parameters nothing = new Parameters();
        int count = 0;
        List<Map<String, Object>> wrong = new ArrayList<>();
        for (JsonNode one : json.readTree(Path.of(args[0]).toFile())) {
            String expression = one.get("expression").asText();
            ExpressionNode parsed = path.parse(expression);
            for (JsonNode test : one.get("cases")) {
                given.clear();
                test.get("given").fields().forEachRemaining(field -> given.put(field.getKey(), value(field.getValue())));
                boolean holds = path.convertToBoolean(path.evaluate(nothing, parsed));
                count++;
                if (holds != test.get("holds").asBoolean()) {
                    wrong.add(Map.of("expression", expression, "given", test.get("given").toString(), "came to", holds));
                }
            }
        }
        System.out.println(json.writeValueAsString(Map.of("count", count, "wrong", wrong)));
    }

    private static Base value(JsonNode said) {
        if (said.isBoolean()) {
            return new BooleanType(said.booleanValue());
        }
        if (said.isNumber()) {
            return new IntegerType(said.intValue());
        }
        String text = said.asText();
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? new DateType(text) : new StringType(text);
    }
}
