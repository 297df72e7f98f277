// One binding under way, or what became of it: the ring with the time that is left, the sentence, the steps, what can be
// done. The page says what the buttons do; what it puts into the slot stands between the head and the steps.
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    /** `view()` of lib/binding.js. */
    run: { type: Object, value: {} },
    /** The words: `run` of lib/text.*.js. */
    t: { type: Object, value: {} },
    icon: { type: String, value: 'plug' },
  },
  methods: {
    tapCancel() {
      this.triggerEvent('cancel')
    },
    tapAgain() {
      this.triggerEvent('again')
    },
    tapAnew() {
      this.triggerEvent('anew')
    },
    tapHome() {
      this.triggerEvent('home')
    },
  },
})
