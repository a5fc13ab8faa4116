/**
 * Packages that a check of most pages asks nothing: half of the program. In what is shipped, this module is a bundle of its
 * own, which is loaded when the first of these is called (`scripts/build.mjs`); so nobody may call one while modules load.
 */
export { decodeNamedCharacterReference } from "decode-named-character-reference";
export { createTwoFilesPatch, diffLines, diffWordsWithSpace } from "diff";
export { default as matter } from "gray-matter";
export { remark } from "remark";
export { default as remarkGfm } from "remark-gfm";
export { CST, isAlias, isMap, isScalar, Lexer, parseDocument } from "yaml";
