/** Which values a key takes. */
export type KeyValues =
  | { readonly kind: "text" }
  /** One text or a list of them. */
  | { readonly kind: "list" }
  | { readonly kind: "boolean" }
  /** `MM/DD/YYYY` */
  | { readonly kind: "date" }
  /** A Git or content hash in lower-case hexadecimal digits. */
  | { readonly kind: "hash" }
  /** A language tag such as `zh-CN`. */
  | { readonly kind: "locale" }
  /** Digits between double quotes. */
  | { readonly kind: "quoted-number" }
  /** One of some words. `isOpen`: there are others besides; those listed are the usual ones. */
  | { readonly kind: "choice"; readonly values: readonly string[]; readonly isOpen: boolean };

/** Values of those keys that take something else than free text. */
export const KEY_VALUES: Readonly<Record<string, KeyValues>> = {
  "ms.openlocfilehash": { kind: "hash" },
  "ms.sourcegitcommit": { kind: "hash" },
  "ms.translationtype": { kind: "choice", values: ["HT", "MT"], isOpen: false },
  "ms.contentlocale": { kind: "locale" },
  "ms.lasthandoff": { kind: "date" },
  "ms.locfileid": { kind: "quoted-number" },

  "ms.date": { kind: "date" },
  "ms.topic": {
    kind: "choice",
    values: [
      "article",
      "best-practice",
      "business-process",
      "checklist",
      "concept-article",
      "conceptual",
      "contributor-guide",
      "error-reference",
      "faq",
      "feature-availability",
      "feature-guide",
      "get-started",
      "glossary",
      "how-to",
      "hub-page",
      "include",
      "index-page",
      "integration",
      "interactive-tutorial",
      "landing-page",
      "language-reference",
      "limits-and-quotas",
      "overview",
      "product-comparison",
      "product-lifecycle",
      "quickstart",
      "reference",
      "release-notes",
      "sample",
      "solution-overview",
      "troubleshooting",
      "troubleshooting-error-codes",
      "troubleshooting-general",
      "troubleshooting-known-issue",
      "troubleshooting-problem-resolution",
      "tutorial",
      "ui-reference",
      "upgrade-and-migration-article",
      "whats-new",
    ],
    isOpen: true,
  },
  "ms.localizationpriority": { kind: "choice", values: ["high", "medium", "normal", "low"], isOpen: true },
  localization_priority: { kind: "choice", values: ["Critical", "Priority", "Normal", "None"], isOpen: true },
  audience: { kind: "choice", values: ["Admin", "Developer", "ITPro", "EndUser"], isOpen: true },
  "ms.audience": { kind: "choice", values: ["Admin", "Developer", "ITPro", "EndUser"], isOpen: true },
  ROBOTS: { kind: "choice", values: ["NOINDEX", "NOFOLLOW", "NOINDEX,NOFOLLOW"], isOpen: true },
  robots: { kind: "choice", values: ["noindex", "nofollow", "noindex,nofollow"], isOpen: true },
  layout: { kind: "choice", values: ["Conceptual", "HubPage", "LandingPage", "Reference"], isOpen: true },
  feedback_system: { kind: "choice", values: ["GitHub", "None", "OpenSource", "Standard"], isOpen: true },
  "search.audienceType": {
    kind: "choice",
    values: ["admin", "customizer", "developer", "enduser"],
    isOpen: true,
  },
  "ai-usage": { kind: "choice", values: ["ai-assisted", "ai-generated"], isOpen: true },

  hide_comments: { kind: "boolean" },
  hideEdit: { kind: "boolean" },
  recommendations: { kind: "boolean" },
  "adobe-target": { kind: "boolean" },
  experimental: { kind: "boolean" },

  keywords: { kind: "list" },
  tags: { kind: "list" },
  appliesto: { kind: "list" },
  "applies-to": { kind: "list" },
  products: { kind: "list" },
  "no-loc": { kind: "list" },
  dev_langs: { kind: "list" },
  "f1.keywords": { kind: "list" },
  f1_keywords: { kind: "list" },
  helpviewer_keywords: { kind: "list" },
  api_name: { kind: "list" },
  api_location: { kind: "list" },
  api_type: { kind: "list" },
  topic_type: { kind: "list" },
  contributors: { kind: "list" },
  zone_pivot_groups: { kind: "list" },
  "ms.custom": { kind: "list" },
  "ms.collection": { kind: "list" },
  "ms.technology": { kind: "list" },
  "search.app": { kind: "list" },
  "search.appverid": { kind: "list" },
  "translation.priority.ht": { kind: "list" },
  "translation.priority.mt": { kind: "list" },
};
