import { capital } from './text/capital.js';

/**
 * A protocol to start from: every part of the form in which interventions are submitted for recognition, in its order,
 * with `onbekend` for all that is not known yet. Checks without a fout, and is laid out as the formatter does.
 *
 * @param name of the interventie: a word of letters, digits, `_` and inner `-`
 * @param title what people call it; without quotation marks
 */
export function skeleton(name: string, title: string): string {
    return `// Vervang elk \`onbekend\` door wat u weet. Wat nog niemand weet, laat u staan: het komt als open vraag in de documenten.
// \`draaiboek check\` zegt wat er nog ontbreekt of niet klopt.

interventie ${name} "${title}" {
  versie "0.1" van onbekend stand concept
  eigenaar onbekend
  samenvatting onbekend
  erkenning {
    niveau onbekend
    datum onbekend
  }
  duur onbekend

  // Voor wie
  doelgroep Doelgroep {
    leeftijd onbekend
    selectie onbekend
    contra-indicatie onbekend
    betrokkenheid onbekend
  }

  // Waarvoor
  doel Hoofddoel {
    subdoel Eerste-subdoel {
      indicator Eerste-indicator {
        norm onbekend
        meting onbekend
        moment onbekend
      }
    }
  }

  // Waarom het werkt
  onderbouwing {
    probleem onbekend
    oorzaak onbekend
    factor Eerste-factor beïnvloed door Eerste-subdoel
    werkzaam element "Nog te beschrijven" in Eerste-stap
    theorie onbekend
  }

  // Wie het doet
  rol Uitvoerder {
    competentie onbekend
    caseload onbekend
  }
  rol Cliënt is cliënt

  // Hoe het gaat
  aanpak {
    toegang onbekend
    stap Eerste-stap {
      door Uitvoerder
      werkt aan Eerste-subdoel
      duur onbekend
      contacten onbekend
    }
    einde Afgerond { geslaagd }
  }

  // Wat ervoor nodig is
  uitvoering {
    materiaal onbekend
    opleiding onbekend
    kwaliteitsbewaking onbekend
    kosten onbekend
  }

  // Wat ervan bekend is
  vraag "Wat is er onderzocht?" onbekend
}
`;
}

/** What people call it, from a word of a file name or from what somebody typed: no quotation marks, a capital first. */
export function titleFrom(words: string): string {
    return capital(
        words
            .replace(/["\u201c\u201d\u201e]/g, '')
            .replace(/[-_\s]+/g, ' ')
            .trim(),
    );
}

/** `Gedeelde zorg` becomes `GedeeldeZorg`; what no name may hold is left out. */
export function nameFrom(title: string): string {
    const words = title.normalize('NFC').split(/[^\p{Script=Latin}\d]+/u);
    const name = words.map(capital).join('');
    return /^\p{Script=Latin}/u.test(name) ? name : `Protocol${name}`;
}
