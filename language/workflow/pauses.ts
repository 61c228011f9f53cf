import { PUBLIC_HOLIDAYS } from '../execution/calendar.js';
import { rhythmOf } from '../execution/rhythm.js';
import type { FlowNode } from '../model/process.js';
import type { Bilingual } from '../text/bilingual.js';

/** What is lost of the time between two rounds where the next one opens at once; undefined where none is stated in figures. */
export function lostPause(node: FlowNode): Bilingual | undefined {
    const { length } = rhythmOf(node, undefined, PUBLIC_HOLIDAYS) ?? {};
    const text = length?.quantity.text ?? '';
    return (
        length && {
            nl: `frequentie ${text}: dat er tijd zit tussen twee keer, staat alleen in woorden; de volgende keer gaat meteen open`,
            en: `frequentie ${text}: that there is time between two rounds stands in words only; the next one opens at once`,
        }
    );
}
