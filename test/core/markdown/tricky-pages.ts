/** Small pages, each with one family of constructs that a scanner gets wrong easily. */
export const TRICKY_PAGES: Readonly<Record<string, string>> = {
  "links with titles, angles, parentheses and escapes": `[a](b "t") [c](<d e>) [f](g(h)i) [j](k\\)l) [m](n 'o
p') [q]( r ) [s](t"u") [v](<w>x) [y]() [z](<>)`,

  "brackets inside links": `[a [b] c](d) [e \\] f](g) [h [i](j) k](l) ![m [n](o) p](q) [![r](s)](t) [u]\\(v) [[w]](x)`,

  "references of every form": `[full][One] [collapsed][] [shortcut] [missing][nowhere] [Two words] ![pic][one] [a [b]][one]

[one]: first.md "Title"
[Collapsed]: <second page.md>
  [shortcut]: third.md
    'over two lines'
[two
words]: fourth.md
[one]: second-definition-of-one.md`,

  "broken definitions": `[a]: b
para with [a]

[c]:
[d]: e f
[g]: <h

[i]: j "k" l`,

  "code spans of many lengths":
    "`a` ``b ` c`` ` `` ` ```unclosed `d``e` \\`not code` `f\ng` ` h ` `` ` `` `[i](j)` [k`l](m)`",

  "raw HTML, comments and autolinks": `<a href="x">y</a> <!-- [a](b) --> <https://c.example/?d=e> <f@g.example> <xref:h.i> <j k='l' m=n/> < o> <p
q="r"> <!s t> <?u?> <![CDATA[[v](w)]]> <a href="[x](y)">z</a> [<b>](c)`,

  "URLs in running text": `See https://a.example/b. (https://c.example/d(e)) www.f.example, xhttps://g.example
中文https://h.example/i。下一句 [https://j.example](k) \`https://l.example\` <https://m.example> https:// www.`,

  headings: `# a
## b ##
### c \\###
####
#no
   # d
    # code
Setext *e*
f
---
g
===
####### seven
## ##
## #h#`,

  fences: `\`\`\`js title
[a](b)
\`\`\`\`
c
~~~~
\`\`\`
~~~
~~~~
\`\`\` not \` a fence
  \`\`\`
  indented
   \`\`\`
\`\`\`
unclosed [d](e)`,

  "indented code and lazy lines": `a
    not code

    code [b](c)

      more

- item

      code in item

  para
lazy [d](e)
> quote
lazy
    lazy too

>     code in quote
>not code`,

  lists: `1. a
2. b

   c [d](e)
3) other list
   - nested
     - deeper

       para

  -not a list
-

  not in the empty item
- # heading in item
- > quote [f](g)
  > more
14. starts at fourteen
text
15. cannot interrupt
* * *
+ x
    + y
        + z [h](i)`,

  "quotes and alerts": `> [!NOTE]
> text [a](b)
>> nested
> > nested [c](d)

>no space
   > three
    > four is code
> - item
continues
> \`\`\`
> code
after [e](f)`,

  tables: `| a | b |
| --- | :-: |
| [c](d) | \`e \\| f\` |
| g \\| h
| i | j | k |
l [m](n)

para
| o | p |
|---|---|
| q | r |
# s

| t |
| - |

| u | v |
| - |
not a table

w | x
- | -
y | z

aa
---

> | bb | cc |
> |----|----|
> | dd | ee |
ff`,

  "HTML blocks": `<div>
[a](b)

[c](d)
</div>

<!-- [e](f)

[g](h) -->
[i](j)

<span>
[k](l)
</span>

text
<span>
[m](n)

<script>
[o](p)

[q](r)
</script> [s](t)
[u](v)

<table><tr><td>

[w](x)

</td></tr></table>
<?php [y](z) ?>
<!DOCTYPE html [aa](bb)>
<custom-element> [cc](dd)
<a href="x">[ee](ff)</a>`,

  "thematic breaks": `***
a
***
- - -
_ _ _ _
* a
* * *
--- a
  ---`,

  "wide characters, combining marks and right-to-left text": `# 見出し 😀 é
[テキスト](目标.md) 👩‍👩‍👧 [קישור](יעד.md) \`код\` **[링크](경로.md)**，请参阅[链接](a.md)。
| 表 | 格 |
|----|----|
| [項目](b.md) | \`値\` |`,

  "tabs as indentation": `-	item

	continued [a](b)

1.	one
	- two
		- three [c](d)

	text
#	heading
>	quote`,

  "Learn's own syntax": `[!INCLUDE [title](../includes/a.md)]
[!code-csharp[Main](~/code/b.cs?range=1-3)]
::: zone pivot="c"
:::image type="content" source="d.png" alt-text="[e](f)":::
# [Tab](#tab/f)
***
- [x] done
- [ ] [todo](g.md)
H~2~O ~~gone [h](i)~~ footnote[^1]

[^1]: Note with [j](k).`,
};
