import type { Machine, Way } from '../../execution/machine.js';
import type { Language } from '../../text/bilingual.js';
import { conditionText, firmText } from '../../messages/wording.js';

/** What each event that a person sends means, for whoever builds on the machine: by its type, in words. */
export function eventsOf(
    { stations, breaches }: Machine,
    keys: readonly string[],
    language: Language,
): Record<string, string> {
    const result: Record<string, string> = {};
    const key = (i: number) => keys[i] ?? '';
    const nameOf = (i: number | undefined) => {
        const node = i === undefined ? undefined : stations[i]?.node;
        return node ? (node.title ?? node.name) : 'onbekend';
    };
    for (const { index, node, exits, children, repeats, expiries, escalations } of stations) {
        const own = key(index);
        const name = nameOf(index);
        if (node.kind === 'step' || node.kind === 'escalation') {
            result[`klaar.${own}`] = `${name}: gedaan`;
        }
        if (node.kind === 'group' && node.mode === 'one') {
            children.forEach((c) => (result[`kies.${own}.${key(c)}`] = `${name}: ${nameOf(c)}`));
        }
        if (node.kind === 'group' && node.mode === 'any') {
            children.forEach((c) => {
                result[`doe.${key(c)}`] = `${nameOf(c)}: wel`;
                result[`sla-over.${key(c)}`] = `${nameOf(c)}: niet`;
            });
        }
        if (repeats.length > 0) {
            result[`nog-eens.${own}`] = `${name}: nog een keer`;
            result[`genoeg.${own}`] = `${name}: genoeg`;
        }
        exits.forEach((way, n) => {
            const words = whenOf(way, language);
            const handed = way.handovers.map((h) => h.title ?? h.name).join(', ');
            const by = handed === '' ? '' : ` (${language === 'nl' ? 'overdracht' : 'handover'} ${handed})`;
            result[`verder.${own}.${String(n + 1)}`] = `${name} → ${words}${nameOf(way.target)}${by}`;
            way.fallbacks.forEach((back, m) => {
                result[`niet-bevestigd.${own}.${String(n + 1)}.${String(m + 1)}`] =
                    `${way.handovers.map((h) => h.title ?? h.name).join(', ')} niet bevestigd → ${nameOf(back.target)}`;
            });
        });
        expiries.forEach(
            (way, n) =>
                (result[`termijn.${own}.${String(n + 1)}`] = `${name}: termijn verstreken → ${nameOf(way.target)}`),
        );
        escalations.forEach((way, n) => {
            const words = whenOf(way, language);
            result[`opschalen.${own}.${String(n + 1)}`] = `${name}: ${words}→ ${nameOf(way.target)}`;
        });
    }
    breaches.forEach(({ interrupt: { condition, modality, target: to }, target }, n) => {
        const words = firmText({ modality, toModality: to?.modality }, conditionText(condition, language), language);
        result[`altijd.${String(n + 1)}`] = `${words} → ${nameOf(target)}`;
    });
    return result;
}

/** `bij voorkeur acuut: ` */
function whenOf({ arrow }: Way, language: Language): string {
    const words = firmText(arrow, arrow.condition ? conditionText(arrow.condition, language) : '', language);
    return words === '' ? '' : `${words}: `;
}
