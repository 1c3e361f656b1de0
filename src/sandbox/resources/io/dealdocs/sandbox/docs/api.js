/* The Docs sandbox's api.js: DocsAPI.DocEditor puts the editor page into a frame and talks to it. */
(function () {
  'use strict';

  const origin = new URL(document.currentScript.src).origin;

  const FRAMES = {
    word: 'documenteditor',
    cell: 'spreadsheeteditor',
    slide: 'presentationeditor',
    pdf: 'pdfeditor'
  };

  const TYPES = {
    cell: ['csv', 'fods', 'ods', 'ots', 'xls', 'xlsm', 'xlsx', 'xlt', 'xltm', 'xltx'],
    slide: ['fodp', 'odp', 'otp', 'pot', 'potm', 'potx', 'pps', 'ppsm', 'ppsx', 'ppt', 'pptm', 'pptx'],
    pdf: ['djvu', 'oxps', 'pdf', 'xps']
  };

  const FORWARDED = [
    'showMessage', 'requestClose', 'refreshFile', 'setUsers', 'denyEditingRights', 'refreshHistory', 'setHistoryData',
    'downloadAs', 'setActionLink', 'setFavorite', 'setSharingSettings', 'insertImage', 'setRequestedDocument',
    'setRequestedSpreadsheet', 'setReferenceData', 'setReferenceSource', 'startFilling'
  ];

  function documentType(config) {
    if (config.documentType) {
      return config.documentType;
    }
    const fileType = config.document && config.document.fileType;
    if (!fileType) {
      return null;
    }
    return Object.keys(TYPES).find(type => TYPES[type].includes(fileType)) || 'word';
  }

  /** What can cross to the frame: data without functions; permissions are always there, as the real script sees to. */
  function portable(config) {
    const copy = JSON.parse(JSON.stringify({ ...config, events: undefined }));
    copy.document = copy.document || {};
    copy.document.permissions = copy.document.permissions || {};
    if (copy.document.key === undefined) {
      copy.document.key = Array.from({ length: 20 }, () => Math.floor(Math.random() * 36).toString(36)).join('');
    }
    return copy;
  }

  function frame(config, id, type) {
    const element = document.createElement('iframe');
    const query = new URLSearchParams({ frameEditorId: id, parentOrigin: window.location.origin });
    element.name = 'frameEditor';
    element.title = 'Docs sandbox';
    element.width = config.width || '100%';
    element.height = config.height || '100%';
    element.style.border = '0';
    element.allow = 'autoplay; camera; microphone; display-capture; clipboard-write';
    element.allowFullscreen = true;
    element.src = `${origin}/web-apps/apps/${FRAMES[type] || FRAMES.word}/main/index.html?${query}`;
    return element;
  }

  function DocEditor(placeholderId, config) {
    const self = this;
    const events = (config && config.events) || {};
    const type = config && documentType(config);
    const target = document.getElementById(placeholderId);

    if (!config || !type || !target || (config.document.key !== undefined && typeof config.document.key !== 'string')) {
      window.alert('The editor cannot be shown: its config lacks a document type, or the key is not a string.');
      return;
    }

    const element = frame(config, placeholderId, type);

    function send(command, data) {
      if (element.contentWindow) {
        element.contentWindow.postMessage(JSON.stringify({ command, data }), origin);
      }
    }

    function hear(message) {
      if (message.source !== element.contentWindow || message.origin !== origin) {
        return;
      }
      const { event, data } = JSON.parse(message.data);
      const handler = events[event];
      if (handler) {
        handler.call(self, { target: self, data });
      }
      if (event === 'onAppReady') {
        const declared = Object.keys(events).filter(name => typeof events[name] === 'function');
        send('init', { config: portable(config), declared });
      }
    }

    window.addEventListener('message', hear);
    target.replaceWith(element);

    this.destroyEditor = function () {
      const empty = document.createElement('div');
      empty.id = placeholderId;
      window.removeEventListener('message', hear);
      element.replaceWith(empty);
    };

    FORWARDED.forEach(name => {
      this[name] = data => send(name, name === 'refreshFile' ? portable(data) : data);
    });
  }

  DocEditor.version = () => '9.3.1';
  window.DocsAPI = { DocEditor };
})();
