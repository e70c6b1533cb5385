import type { Messages } from "../types";

const account: Messages["account"] = {
  title: "My account",
  menu: "My account",
  lead: "Name, language, password and e-mail address.",
  demo: "This is a seat of the demo: it has no password, and its name and address are everybody's. Choose your language at the top of the page; it stays in this browser only.",
  noPassword: "This account has no password. You can make one with a link that is sent by e-mail.",
  saved: {
    details: "Your name and language are saved.",
    password: "Your password is changed. Your other sessions ended, and a message went to your address.",
    email: "A link was sent to the new address. The address changes when you open the link and confirm it.",
    confirmed: "Your e-mail address is changed. Your other sessions ended, and both addresses were told.",
  },
  details: {
    title: "Name and language",
    name: "Name",
    nameHint: "This is how others at the table see you.",
    language: "Language",
    languageHint: "Pages and messages come in this language.",
    save: "Save",
  },
  password: {
    title: "Password",
    lead: "When the password changes, your other sessions end.",
    current: "Present password",
    new: "New password",
    change: "Change password",
  },
  email: {
    title: "E-mail address",
    now: "Present address: {{email}}",
    none: "The account has no address.",
    lead: "A link is sent to the new address. The address changes only when you confirm it from the link.",
    pending: "The address {{email}} waits to be confirmed. The link is valid until {{time}}.",
    new: "New address",
    send: "Send a confirmation link",
  },
  others: {
    title: "More",
    sessions: "Sessions: devices where you are signed in",
    notifications: "Notifications: what you are told of, and when",
    bounces: "Addresses that mail came back from",
  },
  languages: { fi: "Suomi", sv: "Svenska", en: "English" },
  forgotten: {
    link: "Forgot your password?",
    title: "New password",
    lead: "Write the e-mail address you sign in with. You get a link to make a new password.",
    email: "E-mail",
    send: "Send a link",
    sentTitle: "Look in your mail",
    sent: "If we have the address, a link has been sent to it. The link is valid for {{minutes}} minutes and works once.",
    nothing:
      "If nothing comes in a few minutes, look in your spam and check that the address was right. At most {{max}} links are sent in an hour.",
    again: "Write the address again",
    toSignIn: "To sign-in",
  },
  newPassword: {
    title: "New password",
    lead: "When you save a new password, all your sessions end and you can sign in with the new one.",
    save: "Save the password",
    done: "Your password is changed. Sign in with the new password now.",
    closed: {
      used: {
        title: "This link has been used",
        text: "The link works once, and a new password or address closes other links. If you changed the password yourself, sign in with it. Otherwise ask for a new link.",
      },
      expired: {
        title: "This link has expired",
        text: "The link is valid for {{minutes}} minutes. Ask for a new one.",
      },
    },
    askAgain: "Ask for a new link",
  },
  confirm: {
    title: "Confirm your e-mail address",
    lead: "The address changes only when you press the button.",
    address: "New address",
    what: "From now on you sign in with this address, and messages come to it. Your other sessions end.",
    confirm: "Use this address",
    closed: {
      used: {
        title: "This link has been used",
        text: "The link works once, and a new password or address closes other links. Your present address is on your account page.",
      },
      expired: {
        title: "This link has expired",
        text: "The link is valid for {{hours}} hours. Ask for a new one on your account page. The address did not change.",
      },
      foreign: {
        title: "This link belongs to another account",
        text: "You are signed in to another account than the one that asked for the new address. Sign in to that account and open the link again. Nothing was changed.",
      },
    },
    toAccount: "To my account",
  },
  bounces: {
    title: "Addresses that bounced",
    lead: "Mail to these addresses came back, and no more is sent to them. Ask the person for one that works, or allow sending when the fault is mended.",
    person: "Person: {{name}}",
    nobody: "Nobody uses this address",
    at: "Came back {{time}}",
    reason: "Reason: {{reason}}",
    clear: "Allow sending",
    clearNamed: "Allow sending: {{address}}",
    cleared: "Messages are sent to the address again.",
    emptyTitle: "No mail has come back",
    emptyText: "When a mail server says that an address does not exist, it shows here.",
  },
  errors: {
    wrongPassword: "The present password is wrong.",
    tooManyTries: "A wrong password was given too many times. Try again in {{minutes}} minutes.",
    noPassword: "This account has no password.",
    sameEmail: "This is your address already.",
    emailRefused: "The address could not be taken into use. Your present address is unchanged.",
    tooManyLinks: "At most {{max}} links are sent in an hour. Try again later.",
  },
  mails: {
    hello: "Hello {{name}}",
    newPassword: {
      subject: "New password",
      text: "A new password was asked for your account. Open the link and write a new password. The link is valid for {{minutes}} minutes and works once.",
      otherwise: "If you did not ask for this, do nothing: your password is unchanged.",
      button: "Make a new password",
    },
    passwordChanged: {
      subject: "Your password was changed",
      text: "The password of your account was changed, and your earlier sessions ended.",
      otherwise:
        "If you did not change it yourself, ask for a new password on the sign-in page at once and tell the secretary of the table.",
    },
    confirmEmail: {
      subject: "Confirm your new e-mail address",
      text: "This address was asked for your account. Open the link, sign in and confirm the address. The link is valid for {{hours}} hours.",
      otherwise: "If you did not ask for this, do nothing: nothing changes.",
      button: "Confirm the address",
    },
    emailAsked: {
      subject: "A new e-mail address was asked for your account",
      text: "A new address was asked for your account: {{other}}. The address changes only when it is confirmed.",
      otherwise:
        "If you did not ask for this, change your password at once: it closes the confirmation link too. Tell the secretary of the table.",
    },
    emailTaken: {
      subject: "Your address has an account already",
      text: "Somebody asked for this address for another account. The address is on your account already and cannot be used on another.",
      otherwise: "If it was you, sign in with this address. If not, do nothing: nothing changes.",
    },
    emailChangedOld: {
      subject: "Your e-mail address was changed",
      text: "The address of your account is now {{other}}. No more messages come to this address, and your earlier sessions ended.",
      otherwise: "If you did not change it yourself, tell the secretary of the table at once.",
    },
    emailChangedNew: {
      subject: "The address is in use",
      text: "This address is on your account now: you sign in with it, and messages come to it.",
      otherwise: "If you did not ask for this, tell the secretary of the table.",
    },
  },
};
export default account;
