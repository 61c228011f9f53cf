/** The parts of a handover that the rules ask for. */
const PARTS = ['vorm', 'informatie', 'ernst', 'actie', 'wat als', 'geheimhouding', 'grondslag', 'bevestiging'];

/**
 * A handover of which everything still is to be found out.
 *
 * @param more what is asked of it besides, such as `regie naar`
 */
export function openHandover(
    name: string,
    giver: string,
    receiver: string,
    from: string,
    more: readonly string[] = [],
): string {
    return [
        `overdracht ${name} van ${giver} naar ${receiver} {`,
        `\tvanuit ${from}`,
        ...[...PARTS, ...more].map((what) => `\t${what} onbekend`),
        '}',
    ].join('\n');
}
