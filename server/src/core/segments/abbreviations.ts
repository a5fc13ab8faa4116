/**
 * Words after which a full stop ends no sentence. The pipeline's own list is not published: these are words that were
 * met before a full stop in side-by-side pages and never, or nearly never, cut there, with common abbreviations of the
 * same kind. Some are plain words that the list takes for one (`tab.`, `out.`, the `ins` of `add-ins.`).
 */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "adv admin alt approx apt asst avg blvd cf config corp cr dept dist dr etc excl fig ft inc incl ins jr ltd max min " +
    "misc mr mrs oper out pp prof pt qty rep sr st std sync tab track vol vs"
  ).split(" "),
);
