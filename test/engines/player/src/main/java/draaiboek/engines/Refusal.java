package draaiboek.engines;

/** What a case asks and the process cannot give, as a sentence for whoever wrote one of them. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Refusal(String message) {
        super(message);
    }
}
