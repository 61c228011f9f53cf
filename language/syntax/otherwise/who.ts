import type { Bilingual } from '../../text/bilingual.js';
import { inWords } from '../lines.js';
import { instead } from '../wording.js';
import { WORD, type Mistake } from './mistake.js';

const ARTICLE = /^(de|het|een)$/;

/** `door A, met B`: no comma stands between who does it and with whom. */
export function commaBeforeWith({ words, at }: Mistake): Bilingual | undefined {
    const i = words[at] === 'met' ? at : at - 1;
    return words[0] === 'door' && words[i] === 'met' && words[i - 1] === ',' && i > 2
        ? instead(`${words[i - 2] ?? ''} met`, `${words[i - 2] ?? ''}, met`)
        : undefined;
}

/** Words for people together, of whom it is not said who they are. */
const TOGETHER =
    /^(alle|iedere|elke|heel) |\b(hele|gehele|voltallige) |\b(team|groep|netwerk|betrokkenen|medewerkers|partijen|leden|teamleden|professionals|hulpverleners)\b/;
/** Statements that name roles. */
const WITH_ROLES = /^((?:door|met|gesprekken met|bevestiging door) )(.+?)( met .+)?$/;
/** Statements that name what is told elsewhere. */
const WITH_NAMES = new Set(
    'door bepaalt levert vereist werkt volgt informatie partner vanuit gesprekken betreft daarna bevestiging regie als anders overdracht escalatie naar bij'.split(
        ' ',
    ),
);

/** `door het hele team`, `door alle medewerkers van de school`: who they are, is not said. */
export function everyone({ line, words, at }: Mistake): Bilingual | undefined {
    const [, keyword = '', who = '', others = ''] = WITH_ROLES.exec(line) ?? [];
    const isPhrase = /^(alle|iedere|elke|heel|de|het|een) \p{Ll}[^",:]*$/u.test(who) && TOGETHER.test(who);
    const isThere = at >= keyword.trim().split(' ').length && !words.slice(0, at).includes(',');
    return isPhrase && isThere && !/ (volgens|afgeleid) /.test(line)
        ? instead(`${keyword}onbekend omdat "${who}"${others}`, line)
        : undefined;
}

/** `door Trainer of Cotrainer`, `door een van Trainer, Cotrainer`: one of them, who is a role that they fill. */
export function oneOfMore({ line }: Mistake): Bilingual | undefined {
    const [, keyword = '', a = '', b = ''] =
        /^(door |gesprekken met |door .*(?: met|,) )(?:een van )?([\p{L}^][\w-]*)(?: of |, (?=\S+$))([\p{L}^][\w-]*)$/u.exec(
            line.replace(/^(door|gesprekken met) een van (\S+), (\S+)$/, '$1 een van $2 of $3'),
        ) ?? [];
    if (a === '' || !/ of | een van /.test(line)) {
        return undefined;
    }
    const name = `${a}Of${b.charAt(0).toUpperCase()}${b.slice(1)}`;
    const role = `rol ${name} vervuld door "${a} of ${b}"`;
    return {
        nl: `Achter een komma doen namen samen mee; \`of\` kan hier niet. Is het een van hen, noem dan de rol die zij vervullen, \`${role}\`, en schrijf hier \`${keyword}${name}\`.`,
        en: `Names behind a comma take part together; \`of\` cannot stand here. If it is one of them, name the role that they fill, \`${role}\`, and write \`${keyword}${name}\` here.`,
    };
}

/** `door de Gezinswerker`, `levert het Gezinsplan`: a name stands by itself. */
export function articleBeforeName({ words, at }: Mistake): Bilingual | undefined {
    const article = ARTICLE.test(words[at] ?? '') ? at : at - 1;
    const [found = '', name = '', next = ''] = words.slice(Math.max(0, article));
    const isName =
        WORD.test(name) &&
        !/^(van|of|en)$/.test(name) &&
        (next === '' || /^([,:]|met|naar|binnen|volgens)$/.test(next));
    const before = words.slice(Math.max(0, article - (words[article - 1] === ':' ? 2 : 1)), article);
    return article > 0 && ARTICLE.test(found) && isName && WITH_NAMES.has(words[0] ?? '')
        ? instead(inWords([...before, name]), inWords([...before, found, name]))
        : undefined;
}
