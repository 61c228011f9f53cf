/**
 * Puts a question that is asked again and again, and takes the answer to the newest one only. Who asked an earlier one waits
 * for the newest too: what a question that came between has overtaken is not unanswered.
 *
 * @param ask puts the question; undefined for what cannot be answered now: the answer of before stays
 * @param take what is done with an answer
 */
export function newest<Answer, Question extends readonly unknown[]>(
    ask: (...question: Question) => Promise<Answer | undefined>,
    take: (answer: Answer) => void,
): (...question: Question) => Promise<void> {
    let last: Promise<void> | undefined;
    return (...question) => {
        const mine: Promise<void> = ask(...question).then((answer) => {
            if (last !== mine) {
                return last;
            }
            if (answer !== undefined) {
                take(answer);
            }
            return undefined;
        });
        last = mine;
        return mine;
    };
}
