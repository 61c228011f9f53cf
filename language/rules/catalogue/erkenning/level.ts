import { isOpen, statementsOf, textsOf } from '../../../model/queries.js';
import type { Block } from '../../../model/protocol.js';
import type { RecognitionLevel } from '../../../settings/settings.js';

const LEVELS: readonly (readonly [RecognitionLevel, RegExp])[] = [
    ['goed-beschreven', /\bgoed beschreven\b/i],
    ['goed-onderbouwd', /\bgoed onderbouwd\b/i],
    ['effectief', /\beffectief\b|\baanwijzing/i],
];

/** The level of a recognition; `open` where the text says that it is not known, undefined where it names none that is known. */
export function levelOf(recognition: Block): RecognitionLevel | 'open' | undefined {
    const statements = statementsOf(recognition, 'niveau');
    if (statements.some((s) => s.values.some((v) => isOpen(v)))) {
        return 'open';
    }
    const said = statements.flatMap(textsOf).join(', ');
    const [level, ...others] = LEVELS.filter(([, words]) => words.test(said));
    return others.length === 0 ? level?.[0] : undefined;
}
