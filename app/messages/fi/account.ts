export default {
  title: "Oma tili",
  menu: "Oma tili",
  lead: "Nimi, kieli, salasana ja sähköpostiosoite.",
  demo: "Tämä on kokeilun paikka: sillä ei ole salasanaa, ja sen nimi ja osoite ovat kaikille yhteiset. Kielen voit valita ylhäältä, ja se jää vain tähän selaimeen.",
  noPassword: "Tällä tilillä ei ole salasanaa. Sen voi tehdä linkillä, joka lähetetään sähköpostiin.",
  saved: {
    details: "Nimi ja kieli on tallennettu.",
    password: "Salasana on vaihdettu. Muut istunnot päättyivät, ja siitä lähti viesti osoitteeseesi.",
    email: "Linkki on lähetetty uuteen osoitteeseen. Osoite vaihtuu, kun avaat linkin ja vahvistat sen.",
    confirmed:
      "Sähköpostiosoite on vaihdettu. Muut istunnot päättyivät, ja siitä lähti viesti kumpaankin osoitteeseen.",
  },
  details: {
    title: "Nimi ja kieli",
    name: "Nimi",
    nameHint: "Näin muut pöydässä näkevät sinut.",
    language: "Kieli",
    languageHint: "Sivut ja viestit tulevat tällä kielellä.",
    save: "Tallenna",
  },
  password: {
    title: "Salasana",
    lead: "Kun salasana vaihtuu, muut istuntosi päättyvät.",
    current: "Nykyinen salasana",
    new: "Uusi salasana",
    change: "Vaihda salasana",
  },
  email: {
    title: "Sähköpostiosoite",
    now: "Nykyinen osoite: {{email}}",
    none: "Tilillä ei ole osoitetta.",
    lead: "Uuteen osoitteeseen lähetetään linkki. Osoite vaihtuu vasta, kun vahvistat sen linkistä.",
    pending: "Osoite {{email}} odottaa vahvistusta. Linkki on voimassa {{time}} asti.",
    new: "Uusi osoite",
    send: "Lähetä vahvistuslinkki",
  },
  others: {
    title: "Muuta",
    sessions: "Istunnot: laitteet, joilla olet kirjautuneena",
    notifications: "Ilmoitukset: mistä ja milloin saat viestin",
    bounces: "Osoitteet, joista viesti on palautunut",
  },
  languages: { fi: "Suomi", sv: "Svenska", en: "English" },
  forgotten: {
    link: "Unohtuiko salasana?",
    title: "Uusi salasana",
    lead: "Kirjoita sähköpostiosoite, jolla kirjaudut. Saat linkin, jolla teet uuden salasanan.",
    email: "Sähköposti",
    send: "Lähetä linkki",
    sentTitle: "Katso sähköpostisi",
    sent: "Jos osoite on meillä, siihen on lähetetty linkki. Linkki on voimassa {{minutes}} minuuttia ja toimii kerran.",
    nothing:
      "Jos viestiä ei tule muutamassa minuutissa, katso roskapostista ja tarkista, että kirjoitit osoitteen oikein. Tunnin aikana lähtee enintään {{max}} linkkiä.",
    again: "Kirjoita osoite uudelleen",
    toSignIn: "Kirjautumiseen",
  },
  newPassword: {
    title: "Uusi salasana",
    lead: "Kun tallennat uuden salasanan, kaikki istuntosi päättyvät ja voit kirjautua uudella.",
    save: "Tallenna salasana",
    done: "Salasana on vaihdettu. Kirjaudu nyt uudella salasanalla.",
    closed: {
      used: {
        title: "Linkki on jo käytetty",
        text: "Linkki toimii kerran, ja uusi salasana tai osoite sulkee muut linkit. Jos vaihdoit salasanan itse, kirjaudu sillä. Muuten pyydä uusi linkki.",
      },
      expired: {
        title: "Linkki on vanhentunut",
        text: "Linkki on voimassa {{minutes}} minuuttia. Pyydä uusi.",
      },
    },
    askAgain: "Pyydä uusi linkki",
  },
  confirm: {
    title: "Vahvista sähköpostiosoite",
    lead: "Osoite vaihtuu vasta, kun painat nappia.",
    address: "Uusi osoite",
    what: "Kirjaudut jatkossa tällä osoitteella, ja viestit tulevat siihen. Muut istuntosi päättyvät.",
    confirm: "Ota osoite käyttöön",
    closed: {
      used: {
        title: "Linkki on jo käytetty",
        text: "Linkki toimii kerran, ja uusi salasana tai osoite sulkee muut linkit. Nykyisen osoitteesi näet omalta tililtä.",
      },
      expired: {
        title: "Linkki on vanhentunut",
        text: "Linkki on voimassa {{hours}} tuntia. Pyydä uusi omalta tililtä. Osoite ei vaihtunut.",
      },
      foreign: {
        title: "Linkki on toisen tilin",
        text: "Olet kirjautunut toisella tilillä kuin se, jolla osoitteen vaihtoa pyydettiin. Kirjaudu sillä tilillä ja avaa linkki uudelleen. Mitään ei muutettu.",
      },
    },
    toAccount: "Omalle tilille",
  },
  bounces: {
    title: "Palautuneet osoitteet",
    lead: "Näihin osoitteisiin lähetetty viesti on palautunut, eikä niihin lähetetä uusia. Kysy henkilöltä toimiva osoite, tai salli lähetys, kun vika on korjattu.",
    person: "Henkilö: {{name}}",
    nobody: "Osoite ei ole kenenkään käytössä",
    at: "Palautui {{time}}",
    reason: "Syy: {{reason}}",
    clear: "Salli lähetys",
    clearNamed: "Salli lähetys: {{address}}",
    cleared: "Osoitteeseen lähetetään taas viestejä.",
    emptyTitle: "Mikään viesti ei ole palautunut",
    emptyText: "Kun sähköpostipalvelin ilmoittaa, ettei osoitetta ole, se näkyy tässä.",
  },
  errors: {
    wrongPassword: "Nykyinen salasana on väärä.",
    tooManyTries:
      "Väärä salasana on annettu liian monta kertaa. Yritä {{minutes}} minuutin kuluttua uudelleen.",
    noPassword: "Tällä tilillä ei ole salasanaa.",
    sameEmail: "Tämä on jo osoitteesi.",
    emailRefused: "Osoitetta ei voitu ottaa käyttöön. Nykyinen osoitteesi on ennallaan.",
    tooManyLinks: "Tunnin aikana lähtee enintään {{max}} linkkiä. Yritä myöhemmin uudelleen.",
  },
  mails: {
    hello: "Hei {{name}}",
    newPassword: {
      subject: "Uusi salasana",
      text: "Tilillesi pyydettiin uutta salasanaa. Avaa linkki ja kirjoita uusi salasana. Linkki on voimassa {{minutes}} minuuttia ja toimii kerran.",
      otherwise: "Jos et pyytänyt tätä, älä tee mitään: salasanasi on ennallaan.",
      button: "Tee uusi salasana",
    },
    passwordChanged: {
      subject: "Salasanasi on vaihdettu",
      text: "Tilisi salasana vaihdettiin, ja aiemmat istuntosi päättyivät.",
      otherwise:
        "Jos et vaihtanut sitä itse, pyydä heti uusi salasana kirjautumissivulta ja kerro asiasta pöydän sihteerille.",
    },
    confirmEmail: {
      subject: "Vahvista uusi sähköpostiosoite",
      text: "Tilillesi pyydettiin tätä osoitetta. Avaa linkki, kirjaudu ja vahvista osoite. Linkki on voimassa {{hours}} tuntia.",
      otherwise: "Jos et pyytänyt tätä, älä tee mitään: mikään ei muutu.",
      button: "Vahvista osoite",
    },
    emailAsked: {
      subject: "Sähköpostiosoitteesi vaihtoa on pyydetty",
      text: "Tilillesi pyydettiin uutta osoitetta: {{other}}. Osoite vaihtuu vasta, kun se vahvistetaan.",
      otherwise:
        "Jos et pyytänyt tätä, vaihda heti salasanasi: se sulkee myös vahvistuslinkin. Kerro asiasta pöydän sihteerille.",
    },
    emailTaken: {
      subject: "Osoitteellasi on jo tili",
      text: "Joku pyysi tätä osoitetta toiselle tilille. Osoite on jo sinun tililläsi, eikä sitä voi käyttää toisella.",
      otherwise: "Jos pyysit itse, kirjaudu tällä osoitteella. Jos et, älä tee mitään: mikään ei muutu.",
    },
    emailChangedOld: {
      subject: "Sähköpostiosoitteesi on vaihdettu",
      text: "Tilisi osoite on nyt {{other}}. Tähän osoitteeseen ei enää tule viestejä, ja aiemmat istuntosi päättyivät.",
      otherwise: "Jos et vaihtanut sitä itse, kerro asiasta heti pöydän sihteerille.",
    },
    emailChangedNew: {
      subject: "Osoite on otettu käyttöön",
      text: "Tämä osoite on nyt tililläsi: kirjaudut sillä, ja viestit tulevat siihen.",
      otherwise: "Jos et pyytänyt tätä, kerro asiasta pöydän sihteerille.",
    },
  },
};
