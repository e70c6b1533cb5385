import type { Messages } from "../types";

const search: Messages["search"] = {
  title: "Sökning",
  box: "Sök i utkast, kategorier, diskussioner och utlåtanden",
  placeholder: "Sök",
  submit: "Sök",
  open: "Sökning",
  keyHint: "Tryck på / var som helst för att söka.",
  keyOn: "Tangenten / öppnar sökningen",
  lead: "Sökningen gäller allt som du får se vid dina bord.",
  kinds: {
    drafts: "Utkast",
    texts: "Texter",
    categories: "Kategorier",
    comments: "Diskussioner",
    statements: "Utlåtanden",
  },
  count_one: "{{count}} träff",
  count_other: "{{count}} träffar",
  more: "De {{max}} bästa visas. Skriv fler ord för en noggrannare sökning.",
  removed: "borttagen",
  archived: "arkiverad",
  example: "exempel",
  teach: {
    title: "Så här söker du",
    words: "Skriv ett eller flera ord. Ordets form spelar ingen roll: föreningarna hittar också förening.",
    beginnings: "Början av ett ord hittar längre ord: bidrag hittar bidragen och bidragsbeslut.",
    phrase: 'Inom citattecken står orden efter varandra: "öppen mötesplats".',
    either: "Ordet or söker det ena eller det andra: unga or familjer.",
    languages: "Det som är skrivet på finska, svenska och engelska hittas med samma sökning.",
  },
  nothing: {
    title: "Inget hittades",
    text: "Försök med ett kortare ord, början av ett ord eller ett annat språk. Sökningen gäller bara bord där du sitter, och inte utlåtanden som inte har sänts.",
  },
  noWords: {
    title: "De här orden kan inte sökas",
    text: "Skriv minst ett ord. Sökningen hoppar över skiljetecken och små ord.",
  },
};
export default search;
