// A Lisp, interpreted. Stresses: a big loop with many branches, `is`, linked data, maps with string keys, calls
// through values. Twin of lisp.duet.
"use strict";

const source = [
  "(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))",
  "(define fold (lambda (f so-far items) (if (null? items) so-far (fold f (f so-far (car items)) (cdr items)))))",
  "(define filter (lambda (test items)",
  "  (if (null? items) items",
  "    (if (test (car items)) (cons (car items) (filter test (cdr items))) (filter test (cdr items))))))",
  "(define append (lambda (a b) (if (null? a) b (cons (car a) (append (cdr a) b)))))",
  "(define numbers (lambda (count seed so-far)",
  "  (if (= count 0) so-far (numbers (- count 1) (mod (* seed 37) 1009) (cons seed so-far)))))",
  "(define sort (lambda (items)",
  "  (if (null? items) items",
  "    (let ((middle (car items)) (others (cdr items)))",
  "      (append (sort (filter (lambda (x) (< x middle)) others))",
  "              (cons middle (sort (filter (lambda (x) (not (< x middle))) others))))))))",
  "(define safe? (lambda (queen away others)",
  "  (if (null? others) true",
  "    (if (= queen (car others)) false",
  "      (if (= queen (+ (car others) away)) false",
  "        (if (= queen (- (car others) away)) false (safe? queen (+ away 1) (cdr others))))))))",
  "(define queens (lambda (size column row placed)",
  "  (if (= row size) 1",
  "    (if (= column size) 0",
  "      (+ (if (safe? column 1 placed) (queens size 0 (+ row 1) (cons column placed)) 0)",
  "         (queens size (+ column 1) row placed))))))",
  "(define make-counter (lambda (count) (lambda () (begin (set! count (+ count 1)) count))))",
  "(define repeat (lambda (times action last) (if (= times 0) last (repeat (- times 1) action (action)))))",
  "(define weigh (lambda (sum x) (mod (+ (* sum 3) x) 10007)))",
  "(define main (lambda (turn)",
  "  (+ (fib 11) (+ (fold weigh turn (sort (numbers 40 (+ turn 1) '())))",
  "     (+ (queens 5 0 0 '()) (repeat 200 (make-counter turn) 0))))))",
];

class Symbol {
  constructor(name) { this.name = name; }
}

class Pair {
  constructor(head, tail) {
    this.head = head;
    this.tail = tail;
  }
}

class Lambda {
  constructor(parameters, body, home) {
    this.parameters = parameters;
    this.body = body;
    this.home = home;
  }
}

class Builtin {
  constructor(action) { this.action = action; }
}

class LispError extends Error {}

class Environment {
  constructor(outer) {
    this.outer = outer;
    this.values = new Map();
  }

  // The environment that holds `name`, from here outwards.
  home_of(name) {
    let env = this;
    while (!env.values.has(name)) {
      env = env.outer;
      if (env === null) { throw new LispError("unknown name " + name); }
    }
    return env;
  }
}

// The empty list is one object, different from all others.
const EMPTY = {};

// One Symbol for each name, so that names are compared by identity.
const symbols = new Map();
function symbol(name) {
  if (!symbols.has(name)) { symbols.set(name, new Symbol(name)); }
  return symbols.get(name);
}

const IF = symbol("if");
const QUOTE = symbol("quote");
const LET = symbol("let");
const BEGIN = symbol("begin");
const SET = symbol("set!");
const DEFINE = symbol("define");
const LAMBDA = symbol("lambda");

class Reader {
  constructor(text) {
    const spaced = text.replaceAll("(", " ( ").replaceAll(")", " ) ").replaceAll("'", " ' ").replaceAll("\n", " ");
    this.words = spaced.split(" ").filter((word) => word !== "");
    this.at = 0;
  }

  at_end() { return this.at === this.words.length; }

  read() {
    const word = this.words[this.at];
    this.at += 1;
    if (word === "(") { return this.read_list(); }
    if (word === "'") { return new Pair(QUOTE, new Pair(this.read(), EMPTY)); }
    if (word === "true") { return true; }
    if (word === "false") { return false; }
    if (word[0] >= "0" && word[0] <= "9") { return Number(word); }
    return symbol(word);
  }

  read_list() {
    if (this.words[this.at] === ")") {
      this.at += 1;
      return EMPTY;
    }
    const head = this.read();
    return new Pair(head, this.read_list());
  }
}

function evaluate(form, env) {
  while (true) {
    if (form instanceof Symbol) { return env.home_of(form.name).values.get(form.name); }
    if (!(form instanceof Pair)) { return form; }
    const head = form.head;
    let rest = form.tail;
    if (head === QUOTE) { return rest.head; }
    if (head === LAMBDA) { return new Lambda(rest.head, rest.tail.head, env); }
    if (head === IF) {
      form = evaluate(rest.head, env) ? rest.tail.head : rest.tail.tail.head;
    } else if (head === BEGIN) {
      while (rest.tail !== EMPTY) {
        evaluate(rest.head, env);
        rest = rest.tail;
      }
      form = rest.head;
    } else if (head === LET) {
      const inner = new Environment(env);
      let binding = rest.head;
      while (binding !== EMPTY) {
        inner.values.set(binding.head.head.name, evaluate(binding.head.tail.head, env));
        binding = binding.tail;
      }
      form = rest.tail.head;
      env = inner;
    } else if (head === DEFINE) {
      env.values.set(rest.head.name, evaluate(rest.tail.head, env));
      return EMPTY;
    } else if (head === SET) {
      const value = evaluate(rest.tail.head, env);
      env.home_of(rest.head.name).values.set(rest.head.name, value);
      return value;
    } else {
      const callee = evaluate(head, env);
      if (callee instanceof Lambda) {
        const inner = new Environment(callee.home);
        let parameter = callee.parameters;
        while (rest !== EMPTY) {
          inner.values.set(parameter.head.name, evaluate(rest.head, env));
          parameter = parameter.tail;
          rest = rest.tail;
        }
        form = callee.body;
        env = inner;
      } else {
        let values = [];
        while (rest !== EMPTY) {
          values.push(evaluate(rest.head, env));
          rest = rest.tail;
        }
        return callee.action(values);
      }
    }
  }
}

function make_world() {
  const world = new Environment(null);
  const values = world.values;
  values.set("+", new Builtin((v) => v[0] + v[1]));
  values.set("-", new Builtin((v) => v[0] - v[1]));
  values.set("*", new Builtin((v) => v[0] * v[1]));
  values.set("mod", new Builtin((v) => v[0] % v[1]));
  values.set("=", new Builtin((v) => v[0] === v[1]));
  values.set("<", new Builtin((v) => v[0] < v[1]));
  values.set("not", new Builtin((v) => !v[0]));
  values.set("cons", new Builtin((v) => new Pair(v[0], v[1])));
  values.set("car", new Builtin((v) => v[0].head));
  values.set("cdr", new Builtin((v) => v[0].tail));
  values.set("null?", new Builtin((v) => v[0] === EMPTY));
  return world;
}

function run(turns) {
  const world = make_world();
  const reader = new Reader(source.join("\n"));
  while (!reader.at_end()) { evaluate(reader.read(), world); }
  let sum = 0;
  for (let turn = 0; turn < turns; turn++) {
    const call = new Pair(symbol("main"), new Pair(turn, EMPTY));
    sum = (sum * 7 + evaluate(call, world)) % 1000003;
  }
  return sum;
}

console.log(run(process.argv.length > 2 ? Number(process.argv[2]) : 50));
