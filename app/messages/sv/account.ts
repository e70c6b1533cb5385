import type { Messages } from "../types";

const account: Messages["account"] = {
  title: "Mitt konto",
  menu: "Mitt konto",
  lead: "Namn, språk, lösenord och e-postadress.",
  demo: "Detta är en plats i provversionen: den har inget lösenord, och namnet och adressen är gemensamma för alla. Språket väljer du uppe på sidan, och det gäller bara i den här webbläsaren.",
  noPassword: "Det här kontot har inget lösenord. Du kan skapa ett med en länk som skickas per e-post.",
  saved: {
    details: "Namnet och språket har sparats.",
    password:
      "Lösenordet har bytts. Övriga sessioner avslutades, och ett meddelande skickades till din adress.",
    email:
      "En länk har skickats till den nya adressen. Adressen byts när du öppnar länken och bekräftar den.",
    confirmed:
      "E-postadressen har bytts. Övriga sessioner avslutades, och båda adresserna har fått ett meddelande.",
  },
  details: {
    title: "Namn och språk",
    name: "Namn",
    nameHint: "Så ser de andra vid bordet dig.",
    language: "Språk",
    languageHint: "Sidor och meddelanden kommer på det här språket.",
    save: "Spara",
  },
  password: {
    title: "Lösenord",
    lead: "När lösenordet byts avslutas dina övriga sessioner.",
    current: "Nuvarande lösenord",
    new: "Nytt lösenord",
    change: "Byt lösenord",
  },
  email: {
    title: "E-postadress",
    now: "Nuvarande adress: {{email}}",
    none: "Kontot har ingen adress.",
    lead: "En länk skickas till den nya adressen. Adressen byts först när du bekräftar den via länken.",
    pending: "Adressen {{email}} väntar på bekräftelse. Länken gäller till {{time}}.",
    new: "Ny adress",
    send: "Skicka bekräftelselänk",
  },
  others: {
    title: "Annat",
    sessions: "Sessioner: enheter där du är inloggad",
    notifications: "Meddelanden: om vad och när du får e-post",
    bounces: "Adresser som e-post har studsat från",
  },
  languages: { fi: "Suomi", sv: "Svenska", en: "English" },
  forgotten: {
    link: "Har du glömt lösenordet?",
    title: "Nytt lösenord",
    lead: "Skriv den e-postadress som du loggar in med. Du får en länk där du skapar ett nytt lösenord.",
    email: "E-post",
    send: "Skicka länk",
    sentTitle: "Se din e-post",
    sent: "Om vi har adressen har en länk skickats till den. Länken gäller i {{minutes}} minuter och fungerar en gång.",
    nothing:
      "Om inget kommer inom några minuter, se i skräpposten och kontrollera att adressen är rätt skriven. Högst {{max}} länkar skickas på en timme.",
    again: "Skriv adressen på nytt",
    toSignIn: "Till inloggningen",
  },
  newPassword: {
    title: "Nytt lösenord",
    lead: "När du sparar ett nytt lösenord avslutas alla dina sessioner och du kan logga in med det nya.",
    save: "Spara lösenordet",
    done: "Lösenordet har bytts. Logga nu in med det nya lösenordet.",
    closed: {
      used: {
        title: "Länken är redan använd",
        text: "Länken fungerar en gång, och ett nytt lösenord eller en ny adress stänger andra länkar. Om du bytte lösenordet själv, logga in med det. Be annars om en ny länk.",
      },
      expired: {
        title: "Länken har gått ut",
        text: "Länken gäller i {{minutes}} minuter. Be om en ny.",
      },
    },
    askAgain: "Be om en ny länk",
  },
  confirm: {
    title: "Bekräfta e-postadressen",
    lead: "Adressen byts först när du trycker på knappen.",
    address: "Ny adress",
    what: "I fortsättningen loggar du in med den här adressen, och meddelanden kommer till den. Dina övriga sessioner avslutas.",
    confirm: "Ta adressen i bruk",
    closed: {
      used: {
        title: "Länken är redan använd",
        text: "Länken fungerar en gång, och ett nytt lösenord eller en ny adress stänger andra länkar. Din nuvarande adress ser du på ditt konto.",
      },
      expired: {
        title: "Länken har gått ut",
        text: "Länken gäller i {{hours}} timmar. Be om en ny på ditt konto. Adressen byttes inte.",
      },
      foreign: {
        title: "Länken hör till ett annat konto",
        text: "Du är inloggad med ett annat konto än det som bad om adressbytet. Logga in med det kontot och öppna länken på nytt. Ingenting ändrades.",
      },
    },
    toAccount: "Till mitt konto",
  },
  bounces: {
    title: "Adresser som studsat",
    lead: "E-post till dessa adresser har studsat, och inget nytt skickas till dem. Be personen om en adress som fungerar, eller tillåt sändning när felet är rättat.",
    person: "Person: {{name}}",
    nobody: "Adressen används inte av någon",
    at: "Studsade {{time}}",
    reason: "Orsak: {{reason}}",
    clear: "Tillåt sändning",
    clearNamed: "Tillåt sändning: {{address}}",
    cleared: "Meddelanden skickas igen till adressen.",
    emptyTitle: "Inget meddelande har studsat",
    emptyText: "När en e-postserver meddelar att en adress inte finns syns det här.",
  },
  errors: {
    wrongPassword: "Det nuvarande lösenordet är fel.",
    tooManyTries: "Fel lösenord har angetts för många gånger. Försök igen om {{minutes}} minuter.",
    noPassword: "Det här kontot har inget lösenord.",
    sameEmail: "Detta är redan din adress.",
    emailRefused: "Adressen kunde inte tas i bruk. Din nuvarande adress är oförändrad.",
    tooManyLinks: "Högst {{max}} länkar skickas på en timme. Försök igen senare.",
  },
  mails: {
    hello: "Hej {{name}}",
    newPassword: {
      subject: "Nytt lösenord",
      text: "Ett nytt lösenord har begärts för ditt konto. Öppna länken och skriv ett nytt lösenord. Länken gäller i {{minutes}} minuter och fungerar en gång.",
      otherwise: "Om du inte bad om detta behöver du inte göra något: ditt lösenord är oförändrat.",
      button: "Skapa ett nytt lösenord",
    },
    passwordChanged: {
      subject: "Ditt lösenord har bytts",
      text: "Lösenordet för ditt konto har bytts, och dina tidigare sessioner avslutades.",
      otherwise:
        "Om du inte bytte det själv, be genast om ett nytt lösenord på inloggningssidan och meddela bordets sekreterare.",
    },
    confirmEmail: {
      subject: "Bekräfta din nya e-postadress",
      text: "Den här adressen har begärts för ditt konto. Öppna länken, logga in och bekräfta adressen. Länken gäller i {{hours}} timmar.",
      otherwise: "Om du inte bad om detta behöver du inte göra något: ingenting ändras.",
      button: "Bekräfta adressen",
    },
    emailAsked: {
      subject: "Byte av din e-postadress har begärts",
      text: "En ny adress har begärts för ditt konto: {{other}}. Adressen byts först när den bekräftas.",
      otherwise:
        "Om du inte bad om detta, byt genast ditt lösenord: det stänger också bekräftelselänken. Meddela bordets sekreterare.",
    },
    emailTaken: {
      subject: "Din adress har redan ett konto",
      text: "Någon bad om den här adressen för ett annat konto. Adressen hör redan till ditt konto och kan inte användas för ett annat.",
      otherwise:
        "Om du bad om det själv, logga in med den här adressen. Annars behöver du inte göra något: ingenting ändras.",
    },
    emailChangedOld: {
      subject: "Din e-postadress har bytts",
      text: "Adressen för ditt konto är nu {{other}}. Inga fler meddelanden kommer till den här adressen, och dina tidigare sessioner avslutades.",
      otherwise: "Om du inte bytte den själv, meddela genast bordets sekreterare.",
    },
    emailChangedNew: {
      subject: "Adressen har tagits i bruk",
      text: "Den här adressen hör nu till ditt konto: du loggar in med den, och meddelanden kommer till den.",
      otherwise: "Om du inte bad om detta, meddela bordets sekreterare.",
    },
  },
};
export default account;
