# What is no UTF-8 text is a syntax error, whatever else it may be.
file zeros.duet
"\0\0\0"
file binary.duet
"\x7fELF\x02\x01\xff\xfe\0\x80"
file empty.duet
file bom.duet
"\xef\xbb\xbfprint(\"a mark in front\")\r\n"
file nul_in_text.duet
"print(\"a\0b\".len())"

$ {both} zeros.duet
2/ SyntaxError: .*
2...
exit 65

$ {both} binary.duet
2/ SyntaxError: .*
2...
exit 65

$ {both} {both}
2/ SyntaxError: .*
2...
exit 65

$ {both} empty.duet

$ {both} bom.duet
1| a mark in front

$ {both} nul_in_text.duet
1| 3
