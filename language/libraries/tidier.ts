/**
 * The library `draaiboek:tidier`: the twelve items of TIDieR by which the description of an intervention is complete enough
 * to be repeated, as a source to cite, a concept to use and a framework to judge by. The items are those of Hoffmann et al.
 * (2014), in our words; which statement of a protocol is which item is our own reading, and the text says so.
 */
export const TIDIER = `// Ingebouwde bibliotheek van Draaiboek: de twaalf onderdelen van TIDieR.

bron Hoffmann2014 "Better reporting of interventions: template for intervention description and replication (TIDieR) checklist and guide" {
  auteur "Hoffmann, T.C., Glasziou, P.P., Boutron, I., et al."
  jaar 2014
  uitgever "BMJ, 348, g1687"
  verwijzing "https://doi.org/10.1136/bmj.g1687"
  taal "Engels"
}

begrip TIDieR """
  *Template for Intervention Description and Replication*: twaalf onderdelen waarmee een interventie zo volledig is
  beschreven dat een ander haar kan uitvoeren.
  """ volgens Hoffmann2014

toetsingskader TwaalfOnderdelen "De twaalf onderdelen van TIDieR" van "Hoffmann e.a."
  volgens Hoffmann2014 tenzij anders vermeld {
  verantwoording """
    TIDieR is gemaakt voor verslagen van onderzoek. De onderdelen staan hier in eigen woorden. Welke regel van een protocol bij
    welk onderdeel hoort, en de woorden van het oordeel, zijn een keuze van Draaiboek. Een toets leest of het protocol
    een onderdeel beschrijft; of die beschrijving genoeg is voor wie het moet doen, beoordeelt een mens.
    """ afgeleid
  oordeel beschreven "✓" afgeleid
  oordeel ontbreekt "X" afgeleid

  thema Wat "Wat het is, en waarom" {
    indicator 1 "Naam: een naam of zin die de interventie noemt" {
      toets elke interventie heeft titel afgeleid
    }
    indicator 2 "Waarom: het doel en de theorie achter wat wezenlijk is" {
      toets minstens 1 doel afgeleid
      toets elke interventie heeft theorie afgeleid
    }
    indicator 3 "Wat, materialen: wat er wordt gebruikt, en waar het te krijgen is" {
      toets elke interventie heeft materiaal afgeleid
    }
    indicator 4 "Wat, werkzaamheden: wat er wordt gedaan" {
      toets minstens 1 stap afgeleid
    }
  }
  thema Hoe "Wie het doet, hoe, waar en hoeveel" {
    indicator 5 "Wie: wie het uitvoert, met welke bekwaamheid en opleiding" {
      toets elke stap heeft door afgeleid
      toets elke interventie heeft competentie en opleiding afgeleid
    }
    indicator 6 "Hoe: op welke wijze, een-op-een of in een groep" {
      toets elke interventie heeft werkwijze afgeleid
    }
    indicator 7 "Waar: op welke plaats, en wat daar nodig is" {
      toets elke interventie heeft locatie afgeleid
    }
    indicator 8 "Wanneer en hoeveel: hoe vaak, hoelang en hoe intensief" {
      toets elke interventie heeft duur en frequentie afgeleid
    }
  }
  thema OpMaat "Aanpassen en volgen" {
    indicator 9 "Op maat: wat per gezin wordt aangepast, waarom en hoe" {
      toelichting "Geen toets: wat per gezin anders mag, staat in voorwaarden, keuzes en teksten, en niet op één vaste plaats." afgeleid
    }
    indicator 10 "Wijzigingen: wat tijdens het onderzoek is veranderd" {
      toelichting "Geen toets: dit gaat over het verloop van een onderzoek. Een protocol zegt hooguit waarin het van een ander afwijkt." afgeleid
    }
    indicator 11 "Hoe goed, gepland: hoe wordt bewaakt dat het gaat zoals bedoeld" {
      toets elke interventie heeft kwaliteitsbewaking afgeleid
    }
    indicator 12 "Hoe goed, in het echt: in hoeverre het ging zoals bedoeld" {
      toelichting "Geen toets: of het ging zoals bedoeld, blijkt uit onderzoek, en niet uit het protocol." afgeleid
    }
  }
}
`;
