// @ts-check
// The standard for answers to claims, as far as a form can hold it (scripts/portal/content/rules/standard/facts.py).

import { asked } from "./page.js";

/** @typedef {import("./page.js").Fault} Fault */
/** @typedef {{ [name: string]: any }} Said */
/** @typedef {(front: Said, cited: string[]) => [string, Fault["values"]][]} Rule */

const HANDLE = /(?:^|[^\w.])(@\w{2,})/;

/**
 * One place, or none.
 * @param {any} wrong
 * @param {string} place
 * @param {Fault["values"]} [values]
 * @returns {[string, Fault["values"]][]}
 */
function at(wrong, place, values = {}) {
  return wrong ? [[place, values]] : [];
}

/** @param {Said} front */
function proofs(front) {
  return /** @type {Said[]} */ (front.evidence || []);
}

/** @param {string} url */
function hostOf(url) {
  const found = /^https?:\/\/([^/?#\s]+)/i.exec(url || "");
  return found ? found[1].replace(/^[^@]*@/, "").replace(/:\d*$/, "").toLowerCase() : "";
}

/** @param {Said} claim */
function isPrivate(claim) {
  return asked().rules.private.includes(claim.claimant_type);
}

/**
 * The document itself, be it in a copy, and no account of it.
 * @param {Said} proof
 */
function isDocument(proof) {
  return Boolean(proof.carries) && proof.carries !== "report";
}

/**
 * @param {Said} front
 * @param {(proof: Said, number: number) => any} wrong
 */
function each(front, wrong) {
  /** @type {[string, Fault["values"]][]} */
  const found = [];
  proofs(front).forEach((proof, place) => {
    if (wrong(proof, place + 1)) found.push([`evidence[${place + 1}]`, { number: place + 1 }]);
  });
  return found;
}

/** @type {{ [code: string]: Rule }} */
const OF_CLAIMS = {
  "claim-gets-no-verdict": ({ claim = {} }) =>
    at(asked().rules.withoutVerdict.includes(claim.nature), "claim.nature", { value: claim.nature }),
  "un-body-only-date-or-status": ({ claim = {} }) => {
    const nature = claim.nature || "statement";
    const other = nature !== "date_or_status" && !asked().rules.withoutVerdict.includes(nature);
    return at(claim.claimant_type === "un_body" && other, "claim.nature", { value: nature });
  },
  "archive-unsaid": ({ claim }) =>
    at(claim && !claim.archive_url && claim.archive !== "not_known", "claim.archive_url"),
  "archive-twice": ({ claim = {} }) => at(claim.archive_url && claim.archive === "not_known", "claim.archive"),
  "claim-day-unsaid": ({ claim }) => at(claim && !claim.date, "claim.date"),
  "claimant-private": ({ claim = {} }) =>
    at(claim.claimant && isPrivate(claim), "claim.claimant", { value: claim.claimant_type }),
  "link-to-profile": ({ claim = {} }) => {
    const host = hostOf(claim.url);
    const social = asked().rules.social.some((one) => host === one || host.endsWith(`.${one}`));
    return at(social && isPrivate(claim), "claim.url", { value: host });
  },
  "handle-in-claim": ({ claim = {} }) => {
    const names = ["text", "where", "claimant"].filter((name) => HANDLE.test(claim[name] || ""));
    return names.map((name) => [`claim.${name}`, { value: (HANDLE.exec(claim[name]) || [])[1] }]);
  },
};

/** @type {{ [code: string]: Rule }} */
const OF_VERDICTS = {
  "context-unsaid": (front) => at(front.verdict === "missing_context" && !front.missing_context, "verdict"),
  "unknowns-unsaid": (front) => at(front.verdict === "unproven" && !front.unknowns, "verdict"),
  "false-needs-two": (front) =>
    at(front.verdict === "false" && proofs(front).length < 2, "evidence", { count: proofs(front).length }),
  "false-needs-primary": (front) =>
    at(front.verdict === "false" && !proofs(front).some(isDocument), "evidence"),
  "false-needs-other": (front) => {
    const against = ((front.claim || {}).criticises || []).map((/** @type {string} */ one) => one.toLowerCase());
    const issued = proofs(front).map((proof) => (proof.publisher || "").toLowerCase());
    const own = issued.length && issued.every((one) => against.includes(one));
    return at(front.verdict === "false" && own, "evidence");
  },
  "evidence-untyped": (front) => each(front, (proof) => !proof.type),
  "evidence-without-place": (front) => each(front, (proof) => isDocument(proof) && !proof.locator),
  "evidence-not-cited": (front, cited) => each(front, (_proof, number) => !cited.includes(String(number))),
};

/** @type {{ [code: string]: Rule }} */
const OF_PEOPLE = {
  "reply-unsaid": ({ right_of_reply: reply = {} }) => at(typeof reply.asked !== "boolean", "right_of_reply.asked"),
  "reply-without-day": ({ right_of_reply: reply = {} }) =>
    at(reply.asked === true && !reply.date, "right_of_reply.date"),
  "reply-without-asking": ({ right_of_reply: reply = {} }) =>
    at(reply.asked === false && (reply.date || reply.answer), "right_of_reply.asked"),
  "roles-same": ({ roles = {} }) => {
    const names = Object.keys(roles).map((name) => roles[name]);
    return at(new Set(names).size < names.length, "roles");
  },
  "roles-not-in-order": ({ roles = {} }) => {
    const given = ["author", "reviewer", "approver"].map((name) => Boolean(roles[name]));
    return at((!given[0] && (given[1] || given[2])) || (!given[1] && given[2]), "roles");
  },
};

/** @type {{ [code: string]: Rule }} */
const OF_CHANGES = {
  "correction-before-date": (front) => {
    /** @type {[string, Fault["values"]][]} */
    const found = [];
    (front.corrections || []).forEach((/** @type {Said} */ one, /** @type {number} */ place) => {
      const early = one.date && front.date && one.date < front.date;
      if (early) found.push([`corrections[${place + 1}].date`, { value: one.date, date: front.date }]);
    });
    return found;
  },
  "correction-not-updated": (front) => {
    const days = (front.corrections || []).map((/** @type {Said} */ one) => one.date).filter(Boolean).sort();
    const last = days[days.length - 1];
    return at(last && !(front.updated && front.updated >= last), "corrections", { value: last });
  },
};

/**
 * What an answer breaks of the standard.
 * @param {Said} front
 * @param {string[]} cited the numbers of the marks in its text
 * @returns {Fault[]}
 */
export function answerFaults(front, cited) {
  const rules = { ...OF_CLAIMS, ...OF_VERDICTS, ...OF_PEOPLE, ...OF_CHANGES };
  /** @type {Fault[]} */
  const found = [];
  for (const code of Object.keys(rules)) {
    for (const [place, values] of rules[code](front, cited)) found.push({ place, code, values });
  }
  return found;
}
