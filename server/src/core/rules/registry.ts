import { backslash } from "./link/backslash.ts";
import { bookmarkNotFound } from "./link/bookmark-not-found.ts";
import { caseMismatch } from "./link/case-mismatch.ts";
import { definitionNotFound } from "./link/definition-not-found.ts";
import { fileNotFound } from "./link/file-not-found.ts";
import { hardCodedLocale } from "./link/hard-coded-locale.ts";
import { insecureLink } from "./link/insecure-link.ts";
import { redirected } from "./link/redirected.ts";
import { sourceDiffers } from "./link/source-differs.ts";
import { targetMissing } from "./link/target-missing.ts";
import { textMissing } from "./link/text-missing.ts";
import { englishOnlyBookmark } from "./localizability/english-only-bookmark.ts";
import { contentlocaleInvalid } from "./metadata/contentlocale-invalid.ts";
import { contentlocaleMismatch } from "./metadata/contentlocale-mismatch.ts";
import { dateFormatInvalid } from "./metadata/date-format-invalid.ts";
import { dateOutOfRange } from "./metadata/date-out-of-range.ts";
import { duplicateKey } from "./metadata/duplicate-key.ts";
import { hashInvalid } from "./metadata/hash-invalid.ts";
import { locfileidInvalid } from "./metadata/locfileid-invalid.ts";
import { missingAttribute } from "./metadata/missing-attribute.ts";
import { pipelineFieldEdited } from "./metadata/pipeline-field-edited.ts";
import { sourceValueDiffers } from "./metadata/source-value-differs.ts";
import { translationtypeInvalid } from "./metadata/translationtype-invalid.ts";
import { unknownKey } from "./metadata/unknown-key.ts";
import { yamlSyntaxError } from "./metadata/yaml-syntax-error.ts";
import type { Rule } from "./rule.ts";
import { blankMissing } from "./segment/blank-missing.ts";
import { bracketImbalance } from "./segment/bracket-imbalance.ts";
import { codeMismatch } from "./segment/code-mismatch.ts";
import { corruptMarkup } from "./segment/corrupt-markup.ts";
import { duplicateId } from "./segment/duplicate-id.ts";
import { emphasisBroken } from "./segment/emphasis-broken.ts";
import { emptySource } from "./segment/empty-source.ts";
import { emptyTarget } from "./segment/empty-target.ts";
import { foreignPrefix } from "./segment/foreign-prefix.ts";
import { htmlMismatch } from "./segment/html-mismatch.ts";
import { idInvalid } from "./segment/id-invalid.ts";
import { idMismatch } from "./segment/id-mismatch.ts";
import { idOutOfOrder } from "./segment/id-out-of-order.ts";
import { identifierCase } from "./segment/identifier-case.ts";
import { identifierSplit } from "./segment/identifier-split.ts";
import { insideCode } from "./segment/inside-code.ts";
import { linkMismatch } from "./segment/link-mismatch.ts";
import { nested } from "./segment/nested.ts";
import { numberChanged } from "./segment/number-changed.ts";
import { placeholderMismatch } from "./segment/placeholder-mismatch.ts";
import { tablePipe } from "./segment/table-pipe.ts";
import { unpaired } from "./segment/unpaired.ts";
import { untranslated } from "./segment/untranslated.ts";
import { pageNotFound } from "./source/page-not-found.ts";
import { pageOutdated } from "./source/page-outdated.ts";
import { segmentChanged } from "./source/segment-changed.ts";
import { segmentNew } from "./source/segment-new.ts";
import { segmentRemoved } from "./source/segment-removed.ts";
import { alertMismatch } from "./structure/alert-mismatch.ts";
import { anchorMissing } from "./structure/anchor-missing.ts";
import { codeBlockChanged } from "./structure/code-block-changed.ts";
import { headingMismatch } from "./structure/heading-mismatch.ts";
import { imageMissing } from "./structure/image-missing.ts";
import { includeMissing } from "./structure/include-missing.ts";
import { listMismatch } from "./structure/list-mismatch.ts";
import { needsReview } from "./sync/needs-review.ts";
import { needsTranslation } from "./sync/needs-translation.ts";
import { tableMismatch } from "./structure/table-mismatch.ts";
import { unknownName } from "./suppression/unknown-name.ts";

/** Every rule the product ships. Adding a rule is adding one line here. */
export const rules: readonly Rule[] = [
  backslash,
  bookmarkNotFound,
  caseMismatch,
  definitionNotFound,
  fileNotFound,
  hardCodedLocale,
  insecureLink,
  redirected,
  sourceDiffers,
  targetMissing,
  textMissing,
  englishOnlyBookmark,
  contentlocaleInvalid,
  contentlocaleMismatch,
  dateFormatInvalid,
  dateOutOfRange,
  duplicateKey,
  hashInvalid,
  locfileidInvalid,
  missingAttribute,
  pipelineFieldEdited,
  sourceValueDiffers,
  translationtypeInvalid,
  unknownKey,
  yamlSyntaxError,
  blankMissing,
  bracketImbalance,
  codeMismatch,
  corruptMarkup,
  duplicateId,
  emphasisBroken,
  emptySource,
  emptyTarget,
  foreignPrefix,
  htmlMismatch,
  idInvalid,
  idMismatch,
  idOutOfOrder,
  identifierCase,
  identifierSplit,
  insideCode,
  linkMismatch,
  nested,
  numberChanged,
  placeholderMismatch,
  tablePipe,
  unpaired,
  untranslated,
  pageNotFound,
  pageOutdated,
  segmentChanged,
  segmentNew,
  segmentRemoved,
  alertMismatch,
  anchorMissing,
  codeBlockChanged,
  headingMismatch,
  imageMissing,
  includeMissing,
  listMismatch,
  tableMismatch,
  unknownName,
  needsReview,
  needsTranslation,
];
