package draaiboek.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the player needs to know of a BPMN file: which processes are in it, and what kind each element is. */
final class Model {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> EVENTS =
            Set.of("endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent");

    private final List<String> processes = new ArrayList<>();
    private final Map<String, Element> elements = new HashMap<>();

    private Model() {}

    static Model read(Path file) throws IOException {
        var model = new Model();
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var all = builder.parse(file.toFile()).getElementsByTagNameNS(BPMN, "*");
            for (int i = 0; i < all.getLength(); i++) {
                var element = (Element) all.item(i);
                model.elements.put(element.getAttribute("id"), element);
                if (element.getLocalName().equals("process")) {
                    model.processes.add(element.getAttribute("id"));
                }
            }
        } catch (SAXException | ParserConfigurationException error) {
            throw new IOException(file + ": " + error.getMessage(), error);
        }
        return model;
    }

    List<String> processes() {
        return processes;
    }

    /** Whether something happened when this element was completed: any event, but for the start of what just starts. */
    boolean isEvent(String id) {
        var element = elements.get(id);
        return element != null
                && (EVENTS.contains(element.getLocalName())
                        || element.getLocalName().equals("startEvent") && isEventSubprocess(element.getParentNode()));
    }

    /** An end of the process, or of an event subprocess: not of a subprocess that is a step of it. */
    boolean isEnd(String id) {
        var element = elements.get(id);
        if (element == null || !element.getLocalName().equals("endEvent")) {
            return false;
        }
        Node scope = element.getParentNode();
        while (scope instanceof Element around && around.getLocalName().equals("subProcess")) {
            if (!isEventSubprocess(around)) {
                return false;
            }
            scope = around.getParentNode();
        }
        return true;
    }

    private static boolean isEventSubprocess(Node scope) {
        return scope instanceof Element element && element.getAttribute("triggeredByEvent").equals("true");
    }
}
