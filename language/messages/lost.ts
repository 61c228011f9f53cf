import type { Lost } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';

/** What a `vervalt` takes along or changes, in words; the parameters are those of {@link Lost}. */
export const LOST_TEXTS = {
    branch: {
        nl: '`{element}` ging naar `{dropped}`. Dat vervalt, en nu gaat `{element}` naar `{to}`.',
        en: '`{element}` went on to `{dropped}`. That is dropped, and now `{element}` goes on to `{to}`.',
    },
    'branch-open': {
        nl: '`{element}` ging naar `{dropped}`. Dat vervalt, en nergens staat waar het dan heen gaat.',
        en: '`{element}` went on to `{dropped}`. That is dropped, and nothing says where it goes instead.',
    },
    deadline: {
        nl: 'Was een termijn van `{element}` om, dan ging het naar `{dropped}`. Dat vervalt, en nu gaat het naar `{to}`.',
        en: 'When a term of `{element}` ran out it went on to `{dropped}`. That is dropped, and now it goes on to `{to}`.',
    },
    'deadline-open': {
        nl: 'Was een termijn van `{element}` om, dan ging het naar `{dropped}`. Dat vervalt, en nergens staat waar het dan heen gaat.',
        en: 'When a term of `{element}` ran out it went on to `{dropped}`. That is dropped, and nothing says where it goes instead.',
    },
    absent: {
        nl: 'Bleef de bevestiging van `{element}` uit, dan ging het naar `{dropped}`. Dat vervalt, en nu gaat het naar `{to}`.',
        en: 'When `{element}` was not confirmed it went on to `{dropped}`. That is dropped, and now it goes on to `{to}`.',
    },
    'absent-open': {
        nl: 'Bleef de bevestiging van `{element}` uit, dan ging het naar `{dropped}`. Dat vervalt, en nergens staat waar het dan heen gaat.',
        en: 'When `{element}` was not confirmed it went on to `{dropped}`. That is dropped, and nothing says where it goes instead.',
    },
    ways: {
        nl: '`{dropped}` zei zelf waar het verder ging. Dat vervalt, en na `{element}` komt nu wat er in de tekst volgt.',
        en: '`{dropped}` said where to go on. That is dropped, and behind `{element}` now comes what follows in the text.',
    },
    start: {
        nl: '`{dropped}` kwam als eerste en zei zelf waar het verder ging. Dat vervalt, en nu begint een gezin bij wat er in de tekst volgt.',
        en: '`{dropped}` came first and said where to go on. That is dropped, and now a case begins with what follows in the text.',
    },
    interrupt: {
        nl: 'Met `{dropped}` vervalt ook de `altijd als` naar `{element}`: die weg is er niet meer.',
        en: 'With `{dropped}` the `altijd als` to `{element}` is dropped: that way is gone.',
    },
    inside: {
        nl: 'Met `{dropped}` vervalt ook `{element}`, dat erin staat.',
        en: 'With `{dropped}` goes `{element}`, which stands in it.',
    },
    from: {
        nl: '`{element}` begon alleen bij `{dropped}`. Dat vervalt, en nu begint `{element}` nergens.',
        en: '`{element}` began at `{dropped}` only. That is dropped, and now `{element}` begins nowhere.',
    },
} as const satisfies Record<string, Bilingual>;

/** Which of the texts tells of a loss. */
export function lostText({ kind, to }: Lost): keyof typeof LOST_TEXTS {
    switch (kind) {
        case 'branch':
        case 'deadline':
        case 'absent':
            return to === undefined ? `${kind}-open` : kind;
        default:
            return kind;
    }
}

/** The parameters of the text of a loss. */
export function lostParameters({ dropped, element, to = '' }: Lost): Readonly<Record<string, string>> {
    return { dropped, element, to };
}
