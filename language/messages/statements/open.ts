import type { StatementDoc } from '../statements.js';
import { entry } from './entry.js';

/** A part of which it is only said that it is unknown. */
function unknown(keyword: string, blocks: string, nl: string, en: string, reason = ''): StatementDoc {
    const example = `${keyword} onbekend${reason === '' ? '' : ` omdat "${reason}"`}`;
    return entry(
        `${keyword} … onbekend`,
        blocks,
        `Zegt dat onbekend is ${nl}.`,
        `Says that it is unknown ${en}.`,
        example,
    );
}

/** What stands behind the keyword of a part where nothing else of it is known. */
export const OPEN: readonly StatementDoc[] = [
    unknown('doelgroep', 'interventie', 'voor wie de interventie is', 'for whom the intervention is'),
    unknown('erkenning', 'interventie', 'of en hoe de interventie erkend is', 'whether and how it was recognised'),
    unknown('doel', 'interventie', 'wat de interventie wil bereiken', 'what the intervention wants to reach'),
    unknown('subdoel', 'doel', 'uit welke stukken het doel bestaat', 'of which parts the goal consists'),
    unknown('indicator', 'interventie, doel, subdoel', 'waaraan men het afleest', 'what shows it'),
    unknown(
        'effect',
        'interventie, onderzoek',
        'of er een effect is',
        'whether there is an effect',
        'Er is nog niet gemeten.',
    ),
    unknown('onderbouwing', 'interventie', 'waarom het zou helpen', 'why it would help'),
    unknown('factor', 'onderbouwing', 'welke factoren er zijn', 'which factors there are'),
    unknown('werkzaam element', 'onderbouwing', 'wat het laat werken', 'what makes it work'),
    unknown('uitvoering', 'interventie', 'wat er voor de uitvoering nodig is', 'what it takes to carry it out'),
    unknown('onderzoek', 'interventie', 'of er onderzoek is gedaan', 'whether there has been research'),
    unknown(
        'vraag',
        'interventie, onderzoek, gepland, tussenstand, gerealiseerd',
        'welke vraag er is gesteld',
        'which question was asked',
    ),
    unknown('gepland', 'onderzoek', 'wat het onderzoek van plan was', 'what the study planned'),
    unknown('tussenstand', 'onderzoek', 'hoe ver het halverwege was', 'how far it was halfway'),
    unknown('gerealiseerd', 'onderzoek', 'wat het onderzoek werkelijk deed', 'what the study really did'),
    unknown('dimensie', 'samenwerking', 'welke kanten de samenwerking heeft', 'which sides the collaboration has'),
    unknown('document', 'interventie', 'welke documenten er zijn', 'which documents there are'),
    unknown('aanpak', 'interventie', 'hoe er gewerkt wordt', 'how the work is done'),
    unknown('escalatie', 'aanpak', 'hoe er wordt opgeschaald', 'how it is escalated'),
    unknown('einde', 'aanpak, gelijktijdig, een van, naar keuze, fase', 'hoe het eindigt', 'how it ends'),
    unknown('overdracht', 'interventie', 'welke overdrachten er zijn', 'which handovers there are'),
];
