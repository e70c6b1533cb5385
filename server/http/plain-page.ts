/** The few answers that come before the application: short, in three languages, without scripts. */
import type { Response } from "express";

const WORDS = {
  400: ["Pyyntöä ei ymmärretty.", "Begäran kunde inte tolkas.", "The request was not understood."],
  403: [
    "Pyyntö tuli toiselta sivustolta, joten mitään ei muutettu. Avaa palvelu omasta osoitteestaan ja yritä uudelleen.",
    "Begäran kom från en annan webbplats, så inget ändrades. Öppna tjänsten på dess egen adress och försök igen.",
    "The request came from another site, so nothing was changed. Open the service at its own address and try again.",
  ],
  405: [
    "Palvelu ei tunne tätä pyynnön tapaa.",
    "Tjänsten känner inte till det här sättet att begära.",
    "The service does not know this kind of request.",
  ],
  413: [
    "Lähetys on liian suuri, joten mitään ei tallennettu. Palaa takaisin ja lyhennä tekstiä.",
    "Det som skickades är för stort, så inget sparades. Gå tillbaka och förkorta texten.",
    "What was sent is too large, so nothing was saved. Go back and shorten the text.",
  ],
  415: ["Lomakkeen muotoa ei tunneta.", "Formulärets format är okänt.", "The form's format is not known."],
  421: [
    "Palvelua ei ole tässä osoitteessa. Tarkista osoite.",
    "Tjänsten finns inte på den här adressen. Kontrollera adressen.",
    "The service is not at this address. Check the address.",
  ],
  429: [
    "Yrityksiä on ollut liian monta. Odota hetki ja yritä uudelleen.",
    "Det har varit för många försök. Vänta en stund och försök igen.",
    "There have been too many attempts. Wait a moment and try again.",
  ],
  500: [
    "Palvelussa tapahtui virhe. Yritä hetken päästä uudelleen.",
    "Ett fel uppstod i tjänsten. Försök igen om en stund.",
    "Something failed in the service. Try again in a moment.",
  ],
  503: [
    "Palvelu ei ole juuri nyt käytettävissä. Yritä hetken päästä uudelleen.",
    "Tjänsten är inte tillgänglig just nu. Försök igen om en stund.",
    "The service is not available right now. Try again in a moment.",
  ],
} as const;

/** A status that this page has words for. */
export type PlainStatus = keyof typeof WORDS;

/** The page as HTML: the look of the product without any file of it. */
export function plainPage(status: PlainStatus): string {
  const [fi, sv, en] = WORDS[status];
  return `<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Kumppanuuspöytä</title></head>
<body style="font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1rem"><h1 style="font-size: 1.4rem">Kumppanuuspöytä</h1><p>${fi}</p><p lang="sv">${sv}</p><p lang="en">${en}</p></body></html>`;
}

/** Answers with the page. */
export function sendPlain(res: Response, status: PlainStatus): void {
  res.status(status).type("html").send(plainPage(status));
}
