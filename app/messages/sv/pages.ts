export default {
  notFound: {
    title: "Sidan hittades inte",
    text: "Adressen är fel, sidan har tagits bort eller hör inte till dina bord. Kontrollera adressen eller gå tillbaka till dina bord.",
  },
  notAllowed: {
    title: "Du har inte rätt till detta",
    text: "Du ser bordet, men den här åtgärden hör till en annan uppgift. Inget ändrades. Bordets sekreterare kan ändra rättigheterna.",
  },
  failure: {
    title: "Sidan kunde inte visas",
    text: "Ett fel uppstod i tjänsten. Det som sparats finns kvar. Försök igen om en stund.",
  },
  toHome: "Mina bord",
  tryAgain: "Försök igen",
};
