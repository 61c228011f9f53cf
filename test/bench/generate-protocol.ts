/**
 * Writes a protocol of about `lines` lines, in which every kind of statement occurs: goals with indicators, roles,
 * facts, documents, steps with choices, groups, an escalation, handovers. Deterministic.
 *
 * @param lines how many lines, at least 100
 * @param name of the interventie
 */
export function generateProtocol(lines: number, name = 'Groot'): string {
    const out: string[] = [
        'bron Handboek "Handboek" { jaar 2025 }',
        'organisatie JGZ "Jeugdgezondheidszorg"',
        '',
        `interventie ${name} "${name}" volgens Handboek tenzij anders vermeld {`,
        '  samenvatting "Een gemaakt protocol om mee te meten."',
        '  duur ongeveer 6 maanden',
        '  doelgroep Gezinnen "Gezinnen met kinderen" { leeftijd 0-12 jaar  selectie "aanmelding"  contra-indicatie onbekend }',
        '  rol Gezin is cliënt',
        '  rol Regisseur voert regie { doorzettingsmacht "mandaat van de gemeente" }',
    ];
    const parts = Math.max(1, Math.floor((lines - 43) / LINES_IN_PART));
    for (let i = 1; i <= parts; i++) {
        out.push(...declarations(i));
    }
    out.push(
        '  aanpak {',
        '    toegang als bedreiging-1 en contacten-1 minstens 3',
        '    contactbudget hoogstens 500 contacten van JGZ',
    );
    for (let i = 1; i <= parts; i++) {
        out.push(...steps(i, i === parts));
    }
    out.push(
        '    escalatie Vastgelopen door Regisseur {',
        '      vanuit Contact1',
        '      als "hulpverleners niet op één lijn zitten"',
        '      werkt aan subdoel-1',
        '      daarna: Gestopt',
        '    }',
        '    altijd als "acute onveiligheid": Veiligheid',
        '    stap Veiligheid "Melding bij Veilig Thuis" {',
        '      door Regisseur',
        '      werkt aan subdoel-1',
        '      volgt meldcode',
        '      daarna: Gestopt',
        '    }',
    );
    out.push('    einde Klaar { geslaagd }', '    einde Gestopt { bij weigering }', '  }');
    for (let i = 1; i <= parts; i++) {
        out.push(...handover(i));
    }
    out.push('}', '');
    return out.join('\n');
}

const LINES_IN_PART = 64;

function declarations(i: number): string[] {
    return [
        `  doel Doel${i} "Het gezin krijgt ondersteuning ${i}" {`,
        `    subdoel subdoel-${i} "Ouders en hulpverlener delen de zorgen ${i}" {`,
        `      indicator Instemming${i} "Gezinnen met gedeelde zorg" {`,
        '        norm minstens 80 % binnen 3 werkdagen',
        '        meting 61 van 78 gezinnen in 2025 volgens Handboek "61 van 78"',
        '        oordeel "niet gehaald"',
        '        moment "na zes maanden"',
        '      }',
        '    }',
        '  }',
        `  rol Werker${i} van JGZ {`,
        '    competentie "outreachend werken"',
        '    caseload hoogstens 12 gezinnen',
        '  }',
        `  gegeven bedreiging-${i}: ja/nee "Er is een bedreiging"`,
        `  gegeven contacten-${i}: aantal`,
        `  gegeven situatie-${i}: een van scheiding, verhuizing, overig`,
        `  document Plan${i} "Gezinsplan ${i}" over alle leefgebieden {`,
        '    bevat gezondheidsgegevens',
        '    bewaartermijn 15 jaar',
        '  }',
        '',
    ];
}

function steps(i: number, last: boolean): string[] {
    const next = last ? 'Klaar' : `Signaal${i + 1}`;
    return [
        `    stap Signaal${i} "Onderzoeken van het signaal ${i}" {`,
        '      begint bij "consult" of "melding"',
        `      door Werker${i} met Regisseur`,
        `      werkt aan subdoel-${i}`,
        '      werkwijze outreachend',
        '      activiteit "Overleg met de melder" { duur ongeveer 30 minuten }',
        `      levert Plan${i}`,
        `      bepaalt bedreiging-${i}, contacten-${i}, situatie-${i}`,
        '      duur hoogstens 2 weken',
        '      contacten hoogstens 1',
        '      daarna {',
        `        als bedreiging-${i} en contacten-${i} minstens 3 of situatie-${i} is scheiding: Contact${i}`,
        '        anders: Gestopt',
        '      }',
        '    }',
        `    stap Contact${i} "Contact maken" { // een opmerking`,
        `      door Werker${i}`,
        `      werkt aan subdoel-${i}`,
        `      vereist Plan${i}`,
        '      contacten precies 1',
        `      herhaal hoogstens 3 keer tot bedreiging-${i}`,
        `      daarna: ${next}`,
        '    }',
    ];
}

function handover(i: number): string[] {
    return [
        `  overdracht Overdracht${i} van Werker${i} naar Regisseur {`,
        `    vanuit Contact${i}`,
        '    vorm veelal warm',
        `    gesprekken precies 2 met Werker${i}, Gezin, Regisseur`,
        `    informatie Plan${i}`,
        '    geheimhouding toestemming van Gezin',
        '    grondslag "toestemming"',
        '    termijn 2 weken',
        '    bevestiging door Regisseur binnen 5 werkdagen',
        '    regie naar Regisseur',
        '    ernst "geen acuut gevaar"',
        '    actie "belt het gezin" door Regisseur',
        '    wat als "het gezin niet opneemt" "de gever gaat langs"',
        '    bij uitblijven: Vastgelopen',
        '    sluit af na gesprek 2',
        '  }',
        '  // een opmerking tussen de blokken',
        '  toelichting """',
        '    Tekst van meer dan één regel,',
        '    zoals in een echt protocol.',
        '    """',
    ];
}
