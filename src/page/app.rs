//! The frame around the pages: header, messages, footer.

use yew::prelude::*;

#[cfg(feature = "more")]
use super::about::About;
use super::address::{self, fragment, use_address};
#[cfg(feature = "more")]
use super::builder::Builder;
#[cfg(feature = "more")]
use super::cases::Cases;
use super::engine::{Engine, use_engine};
#[cfg(feature = "more")]
use super::evidence::Evidence;
use super::explore::Explore;
use super::history::{StepButtons, use_undo_keys};
use super::kept::{Offer, unkept, use_kept, with_offer};
#[cfg(not(feature = "more"))]
use super::later::{Coming, use_pins};
use super::library::{Library, use_library, use_more};
#[cfg(feature = "more")]
use super::method::Method;
use super::navigation::{Navigation, use_heading};
use super::parts::notice::Notice;
#[cfg(feature = "more")]
use super::pins::use_pins;
#[cfg(feature = "more")]
use super::present::Present;
#[cfg(feature = "more")]
use super::questions::Questions;
use super::state::{Action, Page, Shade, State};
use super::store::keep_look;
#[cfg(feature = "more")]
use super::team::Team;
use super::theme::{Paint, mark_document, use_paint};
use crate::words::sentence;
use crate::words::text::{Language, Text};

/// What the page begins with.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The language whose texts are here.
    pub language: Language,
    /// Fetches what is not here.
    pub library: Library,
    /// The part that is to be open.
    pub asked: Option<AttrValue>,
    /// What the module before this one left: the fragment, and the steps that led there.
    pub before: Option<AttrValue>,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| begin(props));
    let paint = use_paint(state.shade);
    use_engine(&state);
    use_kept(&state);
    use_undo_keys(&state);
    use_pins(&state);
    let fragment = use_address(&state);
    use_library(&state, &props.library);
    use_more(&state, &props.library);
    use_heading(state.page, state.language, state.asked.as_ref());
    use_effect_with(state.language, |language| {
        mark_document("lang", language.code());
        // The one above is written by translators too; scripts ask for this one.
        mark_document("data-language", language.code());
    });
    let spoken = match state.resting && state.touched && !state.hides_result() {
        true => sentence::sentences(state.language, &state.computed, &state.outcome.0, Some(&state.bands.0))
            .join(" "),
        false => String::new(),
    };
    let say = |text| state.language.text(text);
    html! {
        <div class="app">
            <a class="skip-link" href="#content" onclick={skip()}>{ say(Text::SiteSkipToContent) }</a>
            <Header language={state.language} shade={paint.shade} page={state.page} {fragment}
                steps={state.steps.are_there()} store={state.dispatcher()} />
            <Notice language={state.language} problems={state.problems.clone()} missing={state.missing} lost={state.lost}
                changed={state.changed} store={state.dispatcher()} />
            <Offer language={state.language} offered={state.offer.is_some() && state.page == Page::Explore}
                store={state.dispatcher()} />
            <main id="content" tabindex="-1" data-page={state.page.name()}>
                { page(&state, paint) }
            </main>
            <footer class="footer">
                <p role="status" data-unkept="">{ unkept(state.language, state.unkept) }</p>
                <p>{ say(Text::NoticeNotForecast) }</p>
                <p>{ say(Text::NoticeWeakEvidence) }</p>
            </footer>
            <p class="visually-hidden" role="status" aria-live="polite">{ spoken }</p>
        </div>
    }
}

/// What the page begins with: what the address asks for, and what was left here before.
fn begin(props: &AppProps) -> State {
    // A sandboxed frame keeps its address: what the module before was at counts for more.
    let before = props.before.as_deref().and_then(|before| before.split('\n').next());
    let fragment = before.map_or_else(fragment, str::to_owned);
    let state = State::open(address::read(&fragment), props.language, Engine::new());
    #[cfg_attr(not(feature = "more"), expect(unused_mut, reason = "pins come with the other module"))]
    let mut state = with_offer(State { asked: props.asked.clone(), ..state }, &fragment);
    #[cfg(feature = "more")]
    if !state.surroundings && props.asked.as_deref() == Some(super::explore::surroundings::ASKED) {
        // Somebody asked for it, and so the address has it.
        (state.surroundings, state.touched) = (true, true);
    }
    #[cfg(feature = "more")]
    super::pins::begin(&mut state, props.before.as_deref().unwrap_or_default());
    state
}

/// The page in view.
fn page(state: &UseReducerHandle<State>, paint: Paint) -> Html {
    let (shown, store) = ((**state).clone(), state.dispatcher());
    match state.page {
        Page::Explore => html! { <Explore key="explore" state={shown} {store} {paint} /> },
        #[cfg(feature = "more")]
        Page::Cases => html! { <Cases key="cases" state={shown} {store} {paint} /> },
        #[cfg(feature = "more")]
        Page::Evidence => html! { <Evidence key="evidence" state={shown} {store} {paint} /> },
        #[cfg(feature = "more")]
        Page::Questions => html! { <Questions key="questions" state={shown} {store} {paint} /> },
        #[cfg(feature = "more")]
        Page::Method => html! { <Method key="method" state={shown} {store} {paint} /> },
        #[cfg(feature = "more")]
        Page::Embed => html! { <Builder key="embed" state={shown} {store} {paint} /> },
        #[cfg(feature = "more")]
        Page::Present => html! { <Present key="present" state={shown} {store} {paint} /> },
        #[cfg(feature = "more")]
        Page::Team => html! { <Team key="team" state={shown} {store} {paint} /> },
        #[cfg(feature = "more")]
        Page::About => html! { <About key="about" state={shown} {store} {paint} /> },
        #[cfg(not(feature = "more"))]
        page => html! { <Coming key={page.name()} {page} language={shown.language} /> },
    }
}

/// Moves the focus to the content; following the link would put it in the address, where the setting lives.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        let content = gloo::utils::document().get_element_by_id("content");
        if let Some(content) = content.and_then(|found| wasm_bindgen::JsCast::dyn_into(found).ok()) {
            let content: web_sys::HtmlElement = content;
            let _ = content.focus();
        }
    })
}

#[derive(Properties, PartialEq)]
struct HeaderProps {
    language: Language,
    shade: Shade,
    page: Page,
    fragment: AttrValue,
    steps: [bool; 2],
    store: UseReducerDispatcher<State>,
}

#[component]
fn Header(props: &HeaderProps) -> Html {
    let say = |text| props.language.text(text);
    let other = match props.shade {
        Shade::Light => Shade::Dark,
        Shade::Dark => Shade::Light,
    };
    let repaint = {
        let store = props.store.clone();
        move |_| {
            keep_look("theme", other.name());
            store.dispatch(Action::Paint(other));
        }
    };
    let paint_label = match other {
        Shade::Light => say(Text::SiteThemeLight),
        Shade::Dark => say(Text::SiteThemeDark),
    };
    html! {
        <header class="header">
            <p class="brand">{ say(Text::SiteName) }</p>
            <p class="tagline">{ say(Text::SiteTagline) }</p>
            <Navigation language={props.language} page={props.page} fragment={props.fragment.clone()} store={props.store.clone()} />
            <div class="header-tools">
                <StepButtons language={props.language} are_there={props.steps} store={props.store.clone()} />
                <div class="languages" role="group" aria-label={say(Text::SiteLanguage)}>
                    { for Language::all().map(|language| speak(language, props)) }
                </div>
                <button type="button" class="button" onclick={repaint} title={say(Text::SiteTheme)}>{ paint_label }</button>
            </div>
        </header>
    }
}

fn speak(language: Language, props: &HeaderProps) -> Html {
    let store = props.store.clone();
    let onclick = move |_| {
        keep_look("lang", language.code());
        store.dispatch(Action::Speak(language));
    };
    let pressed = (language == props.language).to_string();
    // Beginning with what is seen: who speaks to the machine says that.
    let name = format!("{}, {}", language.code(), language.name());
    html! {
        <button key={language.code()} type="button" class="button" lang={language.code()} aria-pressed={pressed}
            data-language={language.code()} aria-label={name} {onclick}>
            { language.code() }
        </button>
    }
}
