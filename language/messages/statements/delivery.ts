import type { StatementDoc } from '../statements.js';
import { entry, lines } from './entry.js';

/** What it takes to carry it out, and collaboration. */
export const DELIVERY: readonly StatementDoc[] = [
    entry(
        'uitvoering',
        'interventie',
        'Zegt wat er nodig is om de interventie uit te voeren.',
        'Says what is needed to carry out the intervention.',
        lines(
            'uitvoering {',
            '    materiaal "Handboek en gesprekskaarten"',
            '    kosten ongeveer 2.400 euro per gezin',
            '}',
        ),
    ),
    entry(
        'competentie',
        'uitvoering, rol',
        'Noemt wat iemand moet kunnen.',
        'Names what someone has to be able to do.',
        'competentie "Outreachend werken"',
    ),
    entry(
        'kwaliteitsbewaking',
        'uitvoering',
        'Zegt hoe de kwaliteit wordt bewaakt.',
        'Says how quality is monitored.',
        'kwaliteitsbewaking "Elke maand intervisie."',
    ),
    entry(
        'implementatie',
        'uitvoering',
        'Zegt hoe een nieuwe plaats ermee begint.',
        'Says how a new place starts with it.',
        'implementatie "De gemeente wijst eerst een coördinator aan."',
    ),
    entry(
        'organisatie',
        'uitvoering',
        'Zegt wat voor organisatie het kan uitvoeren.',
        'Says what kind of organisation can carry it out.',
        'organisatie "JGZ-organisaties"',
    ),
    entry(
        'begeleiding',
        'uitvoering, rol',
        'Zegt hoe uitvoerders begeleid worden.',
        'Says how those who carry it out are supported.',
        'begeleiding "Een vast aanspreekpunt bij de stichting."',
    ),
    entry(
        'samenwerking met',
        'interventie',
        'Beschrijft hoe met een partner wordt samengewerkt.',
        'Describes the collaboration with a partner.',
        lines(
            'samenwerking met Wijkteam {',
            '    dimensie "governance" "Eén stuurgroep, met twee ouders als lid."',
            '    afspraak "Een gezin met een plan wacht niet."',
            '}',
            'samenwerking zo nodig met School, Huisarts',
        ),
    ),
    entry(
        'dimensie',
        'samenwerking',
        'Beschrijft één kant van de samenwerking.',
        'Describes one side of the collaboration.',
        lines(
            'dimensie "werkproces" "De hulpverlener ontmoet het gezin eerst."',
            'dimensie "middelen" "Eén budget", "één planning"',
        ),
    ),
    entry(
        'afspraak',
        'samenwerking',
        'Legt een afspraak met de partner vast.',
        'Records an agreement with the partner.',
        'afspraak "Het wijkteam houdt elke week een plek vrij."',
    ),
    entry(
        'bevorderend',
        'samenwerking, onderzoek, gepland, tussenstand, gerealiseerd',
        'Noemt wat hielp.',
        'Names what helped.',
        'bevorderend "Elkaar bij naam kennen."',
    ),
    entry(
        'belemmerend',
        'samenwerking, onderzoek, gepland, tussenstand, gerealiseerd',
        'Noemt wat in de weg zat.',
        'Names what got in the way.',
        'belemmerend "Twee systemen die niet met elkaar praten."',
    ),
    entry(
        'doel',
        'samenwerking, onderzoek, gepland, tussenstand, gerealiseerd',
        'Zegt waarvoor de samenwerking of het onderzoek is.',
        'Says what the collaboration or the research is for.',
        'doel "Geen gezin tussen wal en schip."',
    ),
];
