import type { Rescue } from '../analysis/rescue.js';
import type { Machine } from '../execution/machine.js';
import { questionsIn } from '../model/queries.js';
import type { Bilingual } from '../text/bilingual.js';
import { enumerate } from '../text/numbers.js';

/** What a message says of the only ways by which a case still goes on, as parameters; empty where there is none. */
export function onlyByPeople(machine: Machine, rescues: readonly Rescue[]): { only: string; onlyEn: string } {
    if (rescues.length === 0) {
        return { only: '', onlyEn: '' };
    }
    const meant = rescues.filter((r) => r.isProvided !== 'no');
    // from more than one step it is one escalation
    const byName = new Map((meant.length > 0 ? meant : rescues).map((r) => [wayOf(machine, r).nl, wayOf(machine, r)]));
    const shown = [...byName.values()];
    const ways = { nl: enumerate(shown.map((w) => w.nl)).nl, en: enumerate(shown.map((w) => w.en)).en };
    const because =
        BECAUSE[meant.find((r) => r.isProvided === 'escalates')?.isProvided ?? meant[0]?.isProvided ?? 'no'];
    return {
        only: ` Alleen verder als er iets tussenkomt: ${ways.nl}. ${because.nl}`,
        onlyEn: ` It goes on only if something comes between: ${ways.en}. ${because.en}`,
    };
}

const BECAUSE: Record<Rescue['isProvided'], Bilingual> = {
    no: {
        nl: 'Dat overkomt niet elk gezin, dus daar kan een protocol niet op rekenen.',
        en: 'That does not happen to every case, so a protocol cannot count on it.',
    },
    escalates: {
        nl: 'Of elk gezin dat hier niet verder kan zo verder komt, is niet te zeggen: dat beslissen mensen.',
        en: 'Whether every case that cannot go on here goes on like that cannot be said: people decide it.',
    },
    'left open': {
        nl: 'Of elk gezin dat hier niet verder kan zo verder komt, is niet te zeggen: wanneer dat gebeurt, laat de tekst open.',
        en: 'Whether every case that cannot go on here goes on like that cannot be said: the text leaves open when it happens.',
    },
};

function wayOf({ breaches }: Machine, { move }: Rescue): Bilingual {
    if (move.kind === 'escalate') {
        const to = move.way.arrow.to ?? '';
        return { nl: `escalatie \`${to}\``, en: `escalation \`${to}\`` };
    }
    const { interrupt } = breaches[move.breach] ?? {};
    const [text] = questionsIn(interrupt?.condition).flatMap((q) => (q.type === 'informal' ? [`“${q.text}”`] : []));
    const word = `\`altijd als\` ${text ?? (interrupt?.target ? `naar \`${interrupt.target.node.name}\`` : 'onbekend')}`;
    return { nl: word, en: word };
}
