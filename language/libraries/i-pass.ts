/**
 * The library `draaiboek:i-pass`: what I-PASS says that a handover gives, as a source to cite, a concept to use and a
 * framework to judge by. The five parts are those of Starmer et al. (2014); which statement of a handover is which part is
 * our own reading, and the text says so.
 */
export const I_PASS = `// Ingebouwde bibliotheek van Draaiboek: de vijf onderdelen van een overdracht volgens I-PASS.

bron Starmer2014 "Changes in medical errors after implementation of a handoff program" {
  auteur "Starmer, A.J., Spector, N.D., Srivastava, R., et al., voor de I-PASS Study Group"
  jaar 2014
  uitgever "New England Journal of Medicine, 371(19), 1803-1812"
  verwijzing "https://doi.org/10.1056/NEJMsa1405556"
  taal "Engels"
}

begrip I-PASS """
  Een vaste opbouw van een overdracht, genoemd naar de eerste letters van vijf onderdelen:

  - *illness severity*: hoe ernstig het is;
  - *patient summary*: de samenvatting van wat er speelt;
  - *action list*: wat er moet gebeuren, en wie het doet;
  - *situation awareness and contingency planning*: wat er kan gaan gebeuren, en wat dan te doen;
  - *synthesis by receiver*: de ontvanger vat samen wat is overgedragen.
  """ volgens Starmer2014

toetsingskader VijfOnderdelen "De vijf onderdelen van I-PASS" van "I-PASS Study Group"
  volgens Starmer2014 tenzij anders vermeld {
  verantwoording """
    De vijf onderdelen komen uit onderzoek naar overdrachten tussen artsen in ziekenhuizen. Welke regel van een overdracht
    bij welk onderdeel hoort, en de woorden van het oordeel, zijn een keuze van Draaiboek. Een toets leest of het protocol
    een onderdeel beschrijft; of het in de praktijk gebeurt, beoordeelt een mens.
    """ afgeleid
  oordeel beschreven "✓" afgeleid
  oordeel ontbreekt "X" afgeleid

  thema Overdracht "Wat een overdracht geeft" {
    indicator 1 "Illness severity: de overdracht zegt hoe ernstig het is" {
      toets elke overdracht heeft ernst afgeleid
    }
    indicator 2 "Patient summary: de overdracht zegt welke informatie meegaat" {
      toets elke overdracht heeft informatie afgeleid
    }
    indicator 3 "Action list: de overdracht zegt wat er moet gebeuren en wie het doet" {
      toets elke overdracht heeft actie afgeleid
    }
    indicator 4 "Situation awareness and contingency planning: de overdracht zegt wat te doen als het anders loopt" {
      toets elke overdracht heeft wat-als afgeleid
    }
    indicator 5 "Synthesis by receiver: de ontvanger laat merken wat is begrepen" {
      toets elke overdracht heeft bevestiging afgeleid
    }
  }
}
`;
