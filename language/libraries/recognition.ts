/**
 * The library `draaiboek:erkenning`: what the recognition of interventions in Dutch youth care asks of a description, as a
 * framework to judge by. The conditions for entering are those that the NJi publishes. The other indicators follow the
 * sections of the form ("Werkblad beschrijving interventie") and what reviewers look for; they are in our words and their
 * edition is not verified, and the text says so.
 */
export const RECOGNITION = `// Ingebouwde bibliotheek van Draaiboek: wat de erkenning van interventies van een beschrijving vraagt.

bron Erkenningsprocedure "Erkenningsprocedure" {
  auteur "Nederlands Jeugdinstituut"
  verwijzing "https://www.nji.nl/interventies/erkenningsprocedure"
  jaar onbekend omdat "de pagina noemt geen jaar en verandert"
}
bron WerkbladErkenning "Werkblad beschrijving interventie" {
  auteur "Nederlands Jeugdinstituut en partners"
  jaar onbekend omdat "er zijn meer uitgaven; welke hier gevolgd is, is niet nagegaan"
}

toetsingskader Erkenningscriteria "Wat de erkenning van een beschrijving vraagt" van "Erkenningscommissie Interventies"
  volgens WerkbladErkenning tenzij anders vermeld {
  versie onbekend omdat "de indicatoren volgen de indeling van het werkblad; zij zijn niet naast de geldende criteria gelegd"
  verantwoording """
    Dit kader helpt een aanvraag voor te bereiden en vervangt de criteria van de commissie niet. De indicatoren staan in
    eigen woorden, in de volgorde van het werkblad. Een toets leest of de beschrijving iets zegt; of dat genoeg is,
    beoordeelt de commissie.
    """ afgeleid
  oordeel voldoet "✓" afgeleid
  oordeel schiet-tekort "X" afgeleid

  thema Aanmelden "Kan de interventie worden aangemeld?" volgens Erkenningsprocedure {
    indicator 0.1 "De aanpak is planmatig en doelgericht" volgens Erkenningsprocedure {
      toets minstens 1 doel afgeleid
      toets minstens 1 stap afgeleid
    }
    indicator 0.2 "De interventie wordt uitgevoerd in Nederland" volgens Erkenningsprocedure {
      toelichting "Geen toets: waar zij wordt uitgevoerd, blijkt niet uit de beschrijving alleen." afgeleid
    }
    indicator 0.3 "Er is een handleiding in het Nederlands" volgens Erkenningsprocedure {
      toelichting "Geen toets: een protocol noemt materiaal in eigen woorden; of daar een handleiding bij is, ziet een mens." afgeleid
    }
    indicator 0.4 "Er is onderzoek gedaan naar de uitvoering" volgens Erkenningsprocedure {
      toets minstens 1 onderzoek afgeleid
    }
    indicator 0.5 "Er is een eigenaar of licentiehouder" volgens Erkenningsprocedure {
      toets elke interventie heeft eigenaar afgeleid
    }
  }

  thema GoedBeschreven "Is zij goed beschreven?" {
    criterium VoorWie "Doelgroep" {
      indicator 1.1 "De doelgroep is omschreven, met selectie en contra-indicaties" {
        toets elke doelgroep heeft selectie en contra-indicatie afgeleid
      }
      indicator 1.2 "De doelgroep was betrokken bij het ontwikkelen" {
        toets elke interventie heeft betrokkenheid afgeleid
      }
    }
    criterium Waartoe "Doel" {
      indicator 1.3 "Er is een hoofddoel met subdoelen" {
        toets minstens 1 subdoel afgeleid
      }
      indicator 1.4 "Aan elk subdoel is te meten of het bereikt is" {
        toets elk subdoel heeft indicator afgeleid
      }
    }
    criterium Aanpakken "Aanpak" {
      indicator 1.5 "Duur, frequentie en intensiteit staan vast" {
        toets elke interventie heeft duur en frequentie en intensiteit afgeleid
      }
      indicator 1.6 "Van elke stap is gezegd wie haar doet" {
        toets elke stap heeft door afgeleid
      }
      indicator 1.7 "Aan elk subdoel wordt gewerkt" {
        toelichting "Geen toets: een toets leest wat bij een onderdeel staat. Of elk subdoel een stap heeft, zegt \`draaiboek check\`." afgeleid
      }
      indicator 1.8 "Er is gezegd hoe de doelgroep wordt geworven" {
        toets elke interventie heeft werving afgeleid
      }
    }
    criterium Uitvoeren "Uitvoering" {
      indicator 2.1 "De materialen zijn genoemd" {
        toets elke interventie heeft materiaal afgeleid
      }
      indicator 2.2 "De locatie is genoemd" {
        toets elke interventie heeft locatie afgeleid
      }
      indicator 2.3 "Opleiding en competenties van uitvoerders zijn genoemd" {
        toets elke interventie heeft opleiding en competentie afgeleid
      }
      indicator 2.4 "Er is gezegd hoe de kwaliteit wordt bewaakt" {
        toets elke interventie heeft kwaliteitsbewaking afgeleid
      }
      indicator 2.5 "De randvoorwaarden zijn genoemd" {
        toets elke interventie heeft randvoorwaarde afgeleid
      }
      indicator 2.6 "Er is gezegd hoe de interventie wordt ingevoerd" {
        toets elke interventie heeft implementatie afgeleid
      }
      indicator 2.7 "De kosten zijn genoemd" {
        toets elke interventie heeft kosten afgeleid
      }
      indicator 2.8 "De interventie is overdraagbaar naar een andere plaats" {
        toelichting "Geen toets: dat volgt uit het geheel van handleiding, opleiding en voorwaarden." afgeleid
      }
    }
  }

  thema GoedOnderbouwd "Is zij goed onderbouwd?" {
    indicator 3.1 "Het probleem en zijn oorzaken zijn beschreven" {
      toets elke interventie heeft probleem en oorzaak afgeleid
    }
    indicator 3.2 "Elke factor die wordt aangepakt, hoort bij een doel" {
      toets elke factor heeft beïnvloed-door afgeleid
    }
    indicator 3.3 "De aanpak is verantwoord met theorie of onderzoek" {
      toets elke interventie heeft theorie afgeleid
    }
    indicator 3.4 "De werkzame elementen zijn genoemd" {
      toets minstens 1 werkzaam-element afgeleid
    }
    indicator 3.5 "Er is literatuur genoemd" {
      toets elke interventie heeft literatuur afgeleid
    }
  }

  thema Effectief "Zijn er aanwijzingen dat zij werkt?" {
    indicator 4.1 "Onderzoek toont een effect aan" {
      toets minstens 1 effect heeft aangetoond afgeleid
    }
    indicator 4.2 "Het onderzoek is sterk genoeg voor het niveau" {
      toelichting "Geen toets: hoeveel en hoe sterke studies een niveau vraagt, weegt de commissie." afgeleid
    }
  }
}
`;
